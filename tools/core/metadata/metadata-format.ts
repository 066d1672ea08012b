import type { FieldInput, Warning } from '../../model/index.ts';
import type { Json } from '../json/json.ts';

/** One record type as an account's own metadata describes it. */
export interface MetadataEntity {
  /** As the system spells it: `contacts`, `Account`. */
  readonly name: string;
  readonly label: string;
  readonly fields: readonly FieldInput[];
  /** Paths of fields whose values are unique. */
  readonly naturalKeys: readonly string[];
}

export interface Metadata {
  /** Catalog name of the system; null when the answer may be any system's (SCIM). */
  readonly system: string | null;
  readonly entities: readonly MetadataEntity[];
  readonly warnings: readonly Warning[];
}

/** How one system answers when it is asked for the fields of an account. */
export interface MetadataFormat {
  /** `hubspot-properties` */
  readonly format: string;
  /** Told by the content; looks at a few keys, never throws. */
  recognise(value: Json): boolean;
  /** `name` is what the caller or the file calls the records, for answers that do not say it. */
  read(value: Json, name: string): Metadata;
}
