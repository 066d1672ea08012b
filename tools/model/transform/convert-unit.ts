import { castValue } from './cast.ts';
import type { TransformOf } from './transform.ts';

/** Currencies without a minor unit, and those whose minor unit is a thousandth (ISO 4217). */
export const currencyDecimals: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
};

/** Multiplies and rounds. `currency`: the code that decides on the decimals where the transform names its field. */
export function convertUnit(value: unknown, transform: TransformOf<'unit'>, currency: unknown): number {
  const number = castValue(value, 'number');
  if (transform.currency === undefined) return scaled(number, transform.factor, transform.decimals);
  const code = typeof currency === 'string' ? currency.trim().toUpperCase() : '';
  const digits = Object.hasOwn(currencyDecimals, code) ? (currencyDecimals[code] ?? 2) : 2;
  return transform.factor < 1 ? scaled(number, 10 ** -digits, digits) : scaled(number, 10 ** digits, 0);
}

function scaled(number: number, factor: number, decimals: number): number {
  const scale = 10 ** decimals;
  // The small addend undoes binary error: 1.005 * 100 is 100.49999….
  const product = number * factor * scale;
  return Math.round(product + Math.sign(product) * 1e-9) / scale;
}
