import type { Mapping } from '../model/index.ts';

/** A mapping together with the id it is kept under. */
export type IdentifiedMapping = Mapping & { readonly id: string };
