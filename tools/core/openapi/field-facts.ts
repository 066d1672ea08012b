import { z } from 'zod';
import { FieldType, WireType } from '../../model/index.ts';
import type { SchemaShape } from './draft.ts';

/**
 * Key of a schema under which a loader writes what JSON Schema has no keyword for. A document or an overlay may bring it as
 * well: it says no more than any other keyword.
 */
export const factsKey = 'x-causeway';

/** What a loader knows of a field beyond JSON Schema. Every key may be left out. */
export const FieldFacts = z
  .object({
    label: z.string(),
    /** What the value means, where the JSON type on the wire is another one. */
    type: FieldType,
    wireType: WireType,
    format: z.string(),
    /** Label by enum value. */
    enumLabels: z.record(z.string(), z.string()),
    /** The entity this field points at. */
    reference: z.string(),
    custom: z.boolean(),
    requiredWhen: z.string(),
    present: z.boolean(),
    share: z.number().min(0).max(1),
    confidence: z.number().min(0).max(1),
    /** Where it was read, when the pointer into the document would say less: `reference.html#contact`. */
    at: z.string(),
  })
  .partial();
export type FieldFacts = z.infer<typeof FieldFacts>;

/** The facts at a schema; empty when there are none or they are not valid. */
export function fieldFacts({ keywords }: SchemaShape): FieldFacts {
  const given = keywords[factsKey];
  if (given === undefined) return {};
  const parsed = FieldFacts.safeParse(given);
  return parsed.success ? parsed.data : {};
}
