import { toNumber } from './to-number.ts';

/** Multiplies and rounds: 1999 cents with factor 0.01 and 2 decimals are 19.99. */
export function scale(
  value: unknown,
  factor: number,
  decimals: number,
  field: string,
): number | null | undefined {
  const number = toNumber(value, field);
  if (number === null || number === undefined) return number;
  const unit = 10 ** decimals;
  const scaled = number * factor * unit;
  // The small addend undoes binary error: 1.005 * 100 is 100.49999….
  return Math.round(scaled + Math.sign(scaled) * 1e-9) / unit;
}
