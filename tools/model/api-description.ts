import { z } from 'zod';
import { Api } from './api.ts';
import { Operation, OperationKind } from './operation.ts';
import { Patterns } from './pattern.ts';
import { Warning } from './warning.ts';

/** What is known of a record type before its fields are read. */
export const EntitySummary = z.strictObject({
  name: z.string(),
  label: z.string(),
  aliases: z.array(z.string()),
  operations: z.partialRecord(OperationKind, Operation),
  fieldCount: z.int().nonnegative(),
  /** Pointer to the record's schema in `document`; null when the catalog holds the fields. */
  schemaAt: z.string().nullable(),
  /** Pointers to what is sent to create and to change a record, where no operation in `document` says it. */
  createAt: z.string().optional(),
  updateAt: z.string().optional(),
});
export type EntitySummary = z.infer<typeof EntitySummary>;

/** One system's API as far as it was read. The parsed document stays whole beside it, never dereferenced; in the store it is a text of its own. */
export const ApiDescription = z.strictObject({
  system: z.string(),
  title: z.string(),
  version: z.string(),
  /** `catalog`, `openapi-3.1`, `swagger-2.0`, `graphql-sdl`, `odata-4.0`, `json-samples`, … */
  format: z.string(),
  /** Catalog name, path or URL it came from. */
  origin: z.string(),
  api: Api,
  warnings: z.array(Warning),
  entities: z.array(EntitySummary),
  patterns: Patterns,
  document: z.json(),
  /** The catalog entry of the system, when it was recognised. */
  catalog: z.json().nullable().default(null),
});
export type ApiDescription = z.infer<typeof ApiDescription>;
