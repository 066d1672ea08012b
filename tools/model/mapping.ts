import { z } from 'zod';
import { Transform } from './transform/transform.ts';

export const Evidence = z.strictObject({
  /** Machine name of the signal: name, synonym, type, enum, description, label, structure, read-only, … */
  signal: z.string(),
  says: z.string(),
  for: z.boolean(),
});
export type Evidence = z.infer<typeof Evidence>;

const confidence = z.number().min(0).max(1);
export const RowStatus = z.enum(['proposed', 'approved', 'edited', 'rejected']);
export type RowStatus = z.infer<typeof RowStatus>;

export const MappingRow = z.strictObject({
  target: z.string(),
  sources: z.array(z.string()),
  transform: Transform,
  confidence,
  evidence: z.array(Evidence),
  alternatives: z.array(z.strictObject({ sources: z.array(z.string()), transform: Transform, confidence })),
  status: RowStatus,
  sample: z.strictObject({ before: z.json(), after: z.json() }).nullable(),
});
export type MappingRow = z.infer<typeof MappingRow>;

/** One side of a mapping; `schema` is the id of the Entity artifact the rows were made from. */
export const MappingSide = z.strictObject({ system: z.string(), entity: z.string(), schema: z.string() });
export type MappingSide = z.infer<typeof MappingSide>;

export const Incompatibility = z.strictObject({
  target: z.string(),
  source: z.string(),
  kind: z.string(),
  message: z.string(),
  lossy: z.boolean(),
});
export type Incompatibility = z.infer<typeof Incompatibility>;

/** The reviewed contract between two record types: rows in the target's field order. */
export const Mapping = z.strictObject({
  source: MappingSide,
  target: MappingSide,
  rows: z.array(MappingRow),
  matchKeys: z.array(z.strictObject({ source: z.string(), target: z.string(), confidence })),
  unmappedRequired: z.array(
    z.strictObject({ target: z.string(), why: z.string(), candidates: z.array(z.string()) }),
  ),
  unmappedTargets: z.array(z.string()),
  unusedSources: z.array(z.string()),
  incompatibilities: z.array(Incompatibility),
});
export type Mapping = z.infer<typeof Mapping>;
