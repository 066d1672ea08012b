import { z } from 'zod';

/** What a value means. On the wire it may be something else: see `wireType`. */
export const fieldTypes = [
  'string',
  'integer',
  'number',
  'boolean',
  'date',
  'date-time',
  'time',
  'object',
  'array',
  'any',
] as const;
export const FieldType = z.enum(fieldTypes);
export type FieldType = z.infer<typeof FieldType>;

export const wireTypes = ['string', 'integer', 'number', 'boolean', 'object', 'array'] as const;
export const WireType = z.enum(wireTypes);
export type WireType = z.infer<typeof WireType>;

export const EnumValue = z.strictObject({
  value: z.union([z.string(), z.number(), z.boolean()]),
  label: z.string().nullable().default(null),
});
export type EnumValue = z.infer<typeof EnumValue>;

/**
 * One field of a record type. Only `path` and `type` must be written; the rest has an empty default,
 * so that the JSON always carries every key.
 */
export const Field = z.strictObject({
  /** Where the value sits in the record as it travels: `properties.email`, `addresses[].city`. */
  path: z.string().min(1),
  type: FieldType,
  /** JSON type on the wire where it differs from `type` (HubSpot sends every property as a string). */
  wireType: WireType.nullable().default(null),
  /** email, uri, phone, uuid, currency, country, epoch-ms, epoch-s, decimal, html, … */
  format: z.string().nullable().default(null),
  label: z.string().nullable().default(null),
  description: z.string().nullable().default(null),
  /** May be null on the wire. */
  nullable: z.boolean().default(true),
  /** Is it in every record that is read? Null when nothing says so. */
  present: z.boolean().nullable().default(null),
  /** Must be present when a record is created. */
  required: z.boolean().default(false),
  /** Required only under a condition, in plain words: "in OneWorld accounts". */
  requiredWhen: z.string().nullable().default(null),
  /** Set by the system, or calculated: never a target. */
  readOnly: z.boolean().default(false),
  writeOnly: z.boolean().default(false),
  enum: z.array(EnumValue).default([]),
  maxLength: z.int().positive().nullable().default(null),
  /** The entity this field points at. */
  reference: z.string().nullable().default(null),
  custom: z.boolean().default(false),
  deprecated: z.boolean().default(false),
  /** Value the system takes when none is given. */
  default: z.json().nullable().default(null),
  examples: z.array(z.string()).default([]),
  /** Names of the variants that have it (`oneOf` with a discriminator); empty: all have it. */
  onlyIn: z.array(z.string()).default([]),
  /** Share of the sampled records that have it; null without samples. */
  share: z.number().min(0).max(1).nullable().default(null),
  /** How sure the reading is: 1 for a declaration, less for what was read from prose or few samples. */
  confidence: z.number().min(0).max(1).default(1),
  /** Where it was read: a JSON pointer into the description, `catalog:hubspot#contact`, `samples`. */
  at: z.string().default(''),
});
export type Field = z.infer<typeof Field>;
export type FieldInput = z.input<typeof Field>;
