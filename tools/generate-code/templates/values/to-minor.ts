import { currencyDigits } from './currency-digits.ts';
import { scale } from './scale.ts';

/** An amount in the minor unit of its currency: 19.99 dollars are 1999, 1999 yen are 1999. */
export function toMinor(value: unknown, currency: unknown, field: string): number | null | undefined {
  return scale(value, 10 ** currencyDigits(currency), 0, field);
}
