import { z } from 'zod';
import { Api } from './api.ts';
import { Field } from './field.ts';
import { Operation, OperationKind } from './operation.ts';
import { Warning } from './warning.ts';

/** One form a record can take: `kind: card` has other fields than `kind: bank_account`. */
export const Variant = z.strictObject({
  name: z.string(),
  /** Path of the field that tells which form it is, and its value there; null when the description names none. */
  field: z.string().nullable(),
  value: z.string().nullable(),
});
export type Variant = z.infer<typeof Variant>;

/** A place where sample records contradict what is declared. */
export const Conflict = z.strictObject({
  path: z.string(),
  kind: z.enum(['type', 'format', 'null', 'enum', 'undeclared', 'never-seen', 'length']),
  declared: z.string(),
  seen: z.string(),
  /** Share of the sampled records that show it. */
  share: z.number().min(0).max(1),
});
export type Conflict = z.infer<typeof Conflict>;

/** One record type of one system, with its fields and the calls that read and write it. */
export const Entity = z.strictObject({
  system: z.string(),
  name: z.string(),
  label: z.string(),
  description: z.string().nullable(),
  /** Path of the field that identifies a record. */
  idField: z.string().nullable(),
  /** Paths by which people recognise the same record: an e-mail address, a SKU. */
  naturalKeys: z.array(z.string()),
  /** Path of the field a caller may set to his own id, for idempotent upserts. */
  externalIdField: z.string().nullable(),
  createdField: z.string().nullable(),
  updatedField: z.string().nullable(),
  fields: z.array(Field),
  operations: z.partialRecord(OperationKind, Operation),
  api: Api,
  variants: z.array(Variant).default([]),
  conflicts: z.array(Conflict).default([]),
  warnings: z.array(Warning),
  /** Where the fields came from, in plain words. */
  provenance: z.array(z.string()),
});
export type Entity = z.infer<typeof Entity>;
