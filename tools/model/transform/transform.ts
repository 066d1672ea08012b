import { z } from 'zod';
import { codeSystems } from './codes/code-systems.ts';

export const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type Scalar = z.infer<typeof Scalar>;

/** `iso` is a date or a date with time, as it comes; `epoch` is seconds or milliseconds, told apart by their size. */
export const dateFormats = [
  'iso-date',
  'iso-date-time',
  'epoch-ms',
  'epoch-s',
  'iso',
  'epoch',
  'yyyymmdd',
  'mm/dd/yyyy',
  'dd/mm/yyyy',
] as const;
const DateFormat = z.enum(dateFormats);
export type DateFormat = z.infer<typeof DateFormat>;

/** Parts of a text that a separator alone does not find. */
export const textParts = [
  'given-name',
  'family-name',
  'city',
  'state',
  'postal-code',
  'phone-country-code',
  'phone-extension',
] as const;
export type TextPart = (typeof textParts)[number];

/**
 * The element of a list that is meant: the one whose neighbour at `path` (a source path into the same list) is
 * `equals`, letters' case aside; with `orFirst` the first element when there is none.
 */
const Where = z.strictObject({ path: z.string(), equals: Scalar, orFirst: z.boolean().optional() });
export type Where = z.infer<typeof Where>;

/** What becomes of the source value(s) on the way to one target field. Executed by `applyTransform`. */
export const Transform = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('identity') }),
  /** Same value under another name. */
  z.strictObject({ kind: z.literal('rename') }),
  z.strictObject({ kind: z.literal('cast'), to: z.enum(['string', 'integer', 'number', 'boolean']) }),
  /** The filled parts joined; with a `template` (`{1}, {2}`) its text stands between them instead of the separator. */
  z.strictObject({ kind: z.literal('concat'), separator: z.string(), template: z.string().optional() }),
  /**
   * Take one part of a separated string; `index` -1 is the last part, `rest` everything after `index`. With `part` the
   * text is read as a name, an address line or a telephone number instead.
   */
  z.strictObject({
    kind: z.literal('split'),
    separator: z.string().min(1),
    index: z.int(),
    rest: z.boolean().default(false),
    part: z.enum(textParts).optional(),
  }),
  /**
   * Value by value; what is not in the table becomes `otherwise`, or is refused when that is absent. `loose` compares
   * words only (`IN_PROGRESS` is `In progress`). `codes` adds a known code system, whose form the value gets. A table
   * without rows and codes waits for a person to fill it in.
   */
  z.strictObject({
    kind: z.literal('lookup'),
    table: z.array(z.strictObject({ from: Scalar, to: Scalar })),
    otherwise: Scalar.optional(),
    loose: z.boolean().optional(),
    codes: z.enum(codeSystems).optional(),
  }),
  /**
   * Multiply, then round to `decimals` (minor to major currency: factor 0.01, decimals 2). With `currency`, the source
   * path of its code, both follow the currency: yen have no minor unit, dinars three decimals.
   */
  z.strictObject({
    kind: z.literal('unit'),
    factor: z.number(),
    decimals: z.int().min(0).max(10),
    currency: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('date-format'), from: DateFormat, to: DateFormat }),
  /** Flat value into a nested place; the path says where. `wrap` builds `{ [wrap]: value }`. */
  z.strictObject({ kind: z.literal('nest'), wrap: z.string().nullable().default(null) }),
  /** Nested value into a flat place; `where` takes one element out of a list. */
  z.strictObject({ kind: z.literal('unnest'), where: Where.optional() }),
  z.strictObject({ kind: z.literal('constant'), value: Scalar }),
  z.strictObject({ kind: z.literal('default'), value: Scalar }),
  /**
   * `match` when the source equals `equals` (or one of `anyOf`), else `otherwise`; with `present`, when the source holds
   * anything. `cases` ask further sources (by their index in the row), in order, before `otherwise`.
   */
  z.strictObject({
    kind: z.literal('conditional'),
    equals: Scalar,
    match: Scalar,
    otherwise: Scalar,
    anyOf: z.array(Scalar).optional(),
    present: z.boolean().optional(),
    cases: z.array(z.strictObject({ source: z.int().min(0), equals: Scalar, match: Scalar })).optional(),
  }),
  z.strictObject({
    kind: z.literal('aggregate'),
    op: z.enum(['first', 'last', 'join', 'count', 'sum']),
    separator: z.string().default(', '),
    where: Where.optional(),
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
export type TransformOf<Kind extends TransformKind> = Extract<Transform, { kind: Kind }>;

/** Source paths that a transform reads beside the row's sources. */
export function relatedPaths(transform: Transform): string[] {
  switch (transform.kind) {
    case 'unnest':
    case 'aggregate':
      return transform.where === undefined ? [] : [transform.where.path];
    case 'unit':
      return transform.currency === undefined ? [] : [transform.currency];
    default:
      return [];
  }
}
