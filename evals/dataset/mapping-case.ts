import { z } from 'zod';

const CaseField = z.looseObject({
  path: z.string().min(1),
  type: z.string().default('any'),
  format: z.string().nullable().optional(),
  enum: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  required: z.boolean().optional(),
  label: z.string().nullable().optional(),
  description: z.string().nullable().optional(),
  examples: z.array(z.unknown()).optional(),
});
export type CaseField = z.infer<typeof CaseField>;

const Side = z.looseObject({
  system: z.string(),
  entity: z.string(),
  fields: z.array(CaseField),
  /** What the vendor declares about identity, where it does: a matcher may build match keys on it. */
  id_field: z.string().optional(),
  external_id_field: z.string().optional(),
  natural_keys: z.array(z.string()).optional(),
});
const GoldRow = z.looseObject({
  source: z.array(z.string()),
  target: z.string(),
  transform: z.string(),
  /** Equally right answers: each a source path or a list of them. */
  alternatives: z.array(z.union([z.string(), z.array(z.string())])).optional(),
  mode: z.enum(['any', 'all']).optional(),
  note: z.string().optional(),
});
export type GoldRow = z.infer<typeof GoldRow>;

/** One pair of records with what a person mapped between them. */
export const MappingCase = z.looseObject({
  id: z.string(),
  domain: z.string().default(''),
  source: Side,
  target: Side,
  gold: z.array(GoldRow),
  ignore_targets: z.array(z.string()).default([]),
  /** Pairs of fields that each identify the same record on both sides; absent: not judged. */
  match_keys: z.array(z.strictObject({ source: z.string(), target: z.string() })).optional(),
  source_fields_complete: z.boolean().default(true),
  target_fields_complete: z.boolean().default(true),
});
export type MappingCase = z.infer<typeof MappingCase>;
export type CaseSide = z.infer<typeof Side>;
