import { z } from 'zod';

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export const dateFormats = ['iso-date', 'iso-date-time', 'epoch-ms', 'epoch-s'] as const;
const DateFormat = z.enum(dateFormats);

/** What becomes of the source value(s) on the way to one target field. Executed by `applyTransform`. */
export const Transform = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('identity') }),
  /** Same value under another name. */
  z.strictObject({ kind: z.literal('rename') }),
  z.strictObject({ kind: z.literal('cast'), to: z.enum(['string', 'integer', 'number', 'boolean']) }),
  z.strictObject({ kind: z.literal('concat'), separator: z.string() }),
  /** Take one part of a separated string; `index` -1 is the last part, `rest` everything after `index`. */
  z.strictObject({
    kind: z.literal('split'),
    separator: z.string().min(1),
    index: z.int(),
    rest: z.boolean().default(false),
  }),
  /** Value by value; what is not in the table becomes `otherwise`, or is refused when that is absent. */
  z.strictObject({
    kind: z.literal('lookup'),
    table: z.array(z.strictObject({ from: scalar, to: scalar })),
    otherwise: scalar.optional(),
  }),
  /** Multiply, then round to `decimals` (minor to major currency: factor 0.01, decimals 2). */
  z.strictObject({ kind: z.literal('unit'), factor: z.number(), decimals: z.int().min(0).max(10) }),
  z.strictObject({ kind: z.literal('date-format'), from: DateFormat, to: DateFormat }),
  /** Flat value into a nested place; the path says where. `wrap` builds `{ [wrap]: value }`. */
  z.strictObject({ kind: z.literal('nest'), wrap: z.string().nullable().default(null) }),
  /** Nested value into a flat place. */
  z.strictObject({ kind: z.literal('unnest') }),
  z.strictObject({ kind: z.literal('constant'), value: scalar }),
  z.strictObject({ kind: z.literal('default'), value: scalar }),
  /** `match` when the source equals `equals`, else `otherwise`. */
  z.strictObject({ kind: z.literal('conditional'), equals: scalar, match: scalar, otherwise: scalar }),
  z.strictObject({
    kind: z.literal('aggregate'),
    op: z.enum(['first', 'last', 'join', 'count', 'sum']),
    separator: z.string().default(', '),
  }),
  /** An id of the other system: `{ id }` for APIs that write references as objects (`as: 'object'`). */
  z.strictObject({
    kind: z.literal('reference'),
    entity: z.string(),
    as: z.enum(['object', 'scalar']).default('scalar'),
  }),
  /** Written by a person in `overrides.ts`; `note` says what it should do. Never executed by us. */
  z.strictObject({ kind: z.literal('expression'), note: z.string() }),
]);
export type Transform = z.infer<typeof Transform>;
export type TransformKind = Transform['kind'];
export type Scalar = z.infer<typeof scalar>;
