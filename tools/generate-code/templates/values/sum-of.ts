import { RecordError } from '../src/record-error.ts';
import { elements } from './elements.ts';
import { toNumber } from './to-number.ts';

/** The sum of a list. */
export function sumOf(value: unknown, field: string): number | null | undefined {
  if (value === null || value === undefined) return value;
  return elements(value).reduce<number>((sum, element) => {
    const number = toNumber(element, field);
    if (typeof number !== 'number')
      throw new RecordError(field, `${JSON.stringify(element)} is not a number`);
    return sum + number;
  }, 0);
}
