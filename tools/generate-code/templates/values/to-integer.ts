import { toNumber } from './to-number.ts';

/** A value as whole number, without what is behind the point. */
export function toInteger(value: unknown, field: string): number | null | undefined {
  const number = toNumber(value, field);
  return typeof number === 'number' ? Math.trunc(number) : number;
}
