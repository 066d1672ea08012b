import { z } from 'zod';
import { ConflictRule } from './conflict-rule.ts';
import { Condition } from './transform/condition.ts';
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
  /** Absent: the row always applies. */
  when: Condition.optional(),
  /** Absent: the mapping's `conflictRule`. */
  conflict: ConflictRule.optional(),
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

const matchKey = z.strictObject({ source: z.string(), target: z.string(), confidence });

/** Nothing tells yet which records are the same: why, and what comes nearest to it. */
export const MatchKeyQuestion = z.strictObject({ why: z.string(), candidates: z.array(matchKey) });
export type MatchKeyQuestion = z.infer<typeof MatchKeyQuestion>;

/** The reviewed contract between two record types: rows in the target's field order. */
export const Mapping = z.strictObject({
  source: MappingSide,
  target: MappingSide,
  rows: z.array(MappingRow),
  matchKeys: z.array(matchKey),
  unmappedRequired: z.array(
    z.strictObject({ target: z.string(), why: z.string(), candidates: z.array(z.string()) }),
  ),
  unmappedTargets: z.array(z.string()),
  unusedSources: z.array(z.string()),
  incompatibilities: z.array(Incompatibility),
  // Documents from before these keys were known lack them.
  /** Targets without a row, and what may feed them: nobody's word yet, likeliest first. */
  suggestions: z
    .array(
      z.strictObject({
        target: z.string(),
        candidates: z.array(z.strictObject({ source: z.string(), confidence })),
      }),
    )
    .optional(),
  /** Null where `matchKeys` has an answer. */
  matchKeyQuestion: MatchKeyQuestion.nullable().optional(),
  /** For rows without a rule of their own; absent: the source's value stands, as the sync goes one way. */
  conflictRule: ConflictRule.optional(),
  /** The fields that tell when a record was last changed, by which `newest` decides; null where a side has none. */
  stamps: z.strictObject({ source: z.string(), target: z.string() }).nullable().optional(),
  /** Paths that are left alone on purpose, and so are listed nowhere else. */
  ignore: z.strictObject({ sources: z.array(z.string()), targets: z.array(z.string()) }).optional(),
});
export type Mapping = z.infer<typeof Mapping>;
