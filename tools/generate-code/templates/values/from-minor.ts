import { currencyDigits } from './currency-digits.ts';
import { scale } from './scale.ts';

/** Cents, or what they are in the currency, as an amount: 1999 US cents are 19.99, 1999 yen are 1999. */
export function fromMinor(value: unknown, currency: unknown, field: string): number | null | undefined {
  const digits = currencyDigits(currency);
  return scale(value, 10 ** -digits, digits, field);
}
