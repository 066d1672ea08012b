/** Reads one record type of a description, or samples of it, into an Entity. */
export { inferSchema } from './infer-schema.ts';
