import { z } from 'zod';
import type { Shown } from './say-transform.ts';
import { valueText } from './say-transform.ts';
import { Scalar } from './transform.ts';

/** When a row applies: its source path holds anything, holds nothing, or holds just this or one of these values. */
export const Condition = z.discriminatedUnion('is', [
  z.strictObject({ source: z.string(), is: z.literal('filled') }),
  z.strictObject({ source: z.string(), is: z.literal('empty') }),
  z.strictObject({ source: z.string(), is: z.literal('equals'), value: Scalar }),
  z.strictObject({ source: z.string(), is: z.literal('in'), value: z.array(Scalar).min(1) }),
]);
export type Condition = z.infer<typeof Condition>;

/** Whether a value is as the condition asks. Empty is: absent, null, the empty text. Values are never cast. */
export function holds(condition: Condition, value: unknown): boolean {
  switch (condition.is) {
    case 'filled':
      return !isEmpty(value);
    case 'empty':
      return isEmpty(value);
    case 'equals':
      return value === condition.value;
    case 'in':
      return condition.value.some((one) => one === value);
  }
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** A condition in plain words: "only when `kind` is `"person"`". */
export function sayCondition(condition: Condition, shown: Shown): string {
  const asked = `only when ${shown.code(condition.source)} is`;
  switch (condition.is) {
    case 'filled':
    case 'empty':
      return `${asked} ${condition.is}`;
    case 'equals':
      return `${asked} ${valueText(condition.value, shown)}`;
    case 'in':
      return `${asked} ${condition.value.map((one) => valueText(one, shown)).join(' or ')}`;
  }
}
