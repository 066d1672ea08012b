import { z } from 'zod';
import { Api, Field, Operation, OperationKind, Patterns } from '../../model/index.ts';

/** One entity's facts: written by us, read by `infer_schema`. */
export const CatalogEntity = z.strictObject({
  label: z.string(),
  /** What people call it: `contacts`, `person`, `people`. */
  aliases: z.array(z.string()).default([]),
  description: z.string(),
  idField: z.string(),
  naturalKeys: z.array(z.string()).default([]),
  externalIdField: z.string().nullable().default(null),
  createdField: z.string().nullable().default(null),
  updatedField: z.string().nullable().default(null),
  operations: z.partialRecord(OperationKind, Operation),
  fields: z.array(Field),
});
export type CatalogEntity = z.infer<typeof CatalogEntity>;

/** The shape of `<system>.yaml`: aliases, where the vendor publishes, how to call it, and the facts slice. */
export const CatalogSystem = z.strictObject({
  system: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  title: z.string(),
  aliases: z.array(z.string()).default([]),
  /** API version the facts were read from. */
  version: z.string(),
  /** Month of the reading, `2026-11`. */
  asOf: z.string().regex(/^\d{4}-\d{2}$/),
  docs: z.url(),
  /** Where the vendor publishes machine-readable descriptions. */
  descriptions: z.array(z.strictObject({ url: z.url(), format: z.string(), covers: z.string() })).default([]),
  /** Host names by which a description of this system is recognised: `api.hubapi.com`, `*.myshopify.com`. */
  hosts: z.array(z.string()).default([]),
  api: Api,
  patterns: Patterns,
  /** Where an account's own fields are described. */
  customFields: z
    .strictObject({ from: z.string(), format: z.string(), note: z.string() })
    .nullable()
    .default(null),
  entities: z.record(z.string(), CatalogEntity),
});
export type CatalogSystem = z.infer<typeof CatalogSystem>;
