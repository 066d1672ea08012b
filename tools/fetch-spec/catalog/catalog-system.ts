import { z } from 'zod';
import { Api, Field, Operation, OperationKind, Patterns } from '../../model/index.ts';

/** One entity's facts: written by us, read by `infer_schema`. */
export const CatalogEntity = z.strictObject({
  label: z.string(),
  /** What people call it: `contacts`, `person`, `people`. */
  aliases: z.array(z.string()).default([]),
  description: z.string().default(''),
  idField: z.string().nullable().default(null),
  naturalKeys: z.array(z.string()).default([]),
  externalIdField: z.string().nullable().default(null),
  createdField: z.string().nullable().default(null),
  updatedField: z.string().nullable().default(null),
  operations: z.partialRecord(OperationKind, Operation).default({}),
  /** Empty where only the entity's existence and calls are known: its fields come from the published description. */
  fields: z.array(Field).default([]),
});
export type CatalogEntity = z.infer<typeof CatalogEntity>;

/** The shape of `<system>.yaml`: aliases, where the vendor publishes, how to call it, and the facts slice. */
export const CatalogSystem = z.strictObject({
  system: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  title: z.string(),
  aliases: z.array(z.string()).default([]),
  /** API version the facts were read from. */
  version: z.string().default(''),
  /** Month of the reading, `2026-11`. */
  asOf: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .nullable()
    .default(null),
  docs: z.url().nullable().default(null),
  /** Where machine-readable descriptions are published; in a repository's own file also a path relative to it. */
  descriptions: z
    .array(
      z.strictObject({
        url: z.string().min(1),
        format: z.string().default(''),
        covers: z.string().default(''),
      }),
    )
    .default([]),
  /** Host names by which a description of this system is recognised: `api.hubapi.com`, `*.myshopify.com`. */
  hosts: z.array(z.string()).default([]),
  api: Api,
  patterns: Patterns.prefault({}),
  /** Where an account's own fields are described. */
  customFields: z
    .strictObject({
      from: z.string(),
      format: z.string(),
      note: z.string(),
      /** The call that answers them, when Causeway can make it and read its answer. */
      live: z
        .strictObject({
          /** Path with `{entity}` for what the system calls the record type. */
          path: z.string().startsWith('/'),
          /** What it calls them: `contact: contacts`. */
          entities: z.record(z.string(), z.string()),
        })
        .nullable()
        .default(null),
    })
    .nullable()
    .default(null),
  entities: z.record(z.string(), CatalogEntity).default({}),
});
export type CatalogSystem = z.infer<typeof CatalogSystem>;
