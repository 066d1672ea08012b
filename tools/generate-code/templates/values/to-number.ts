import { RecordError } from '../src/record-error.ts';

/** A value as number; yes is 1 and no is 0. Null and undefined stay what they are. */
export function toNumber(value: unknown, field: string): number | null | undefined {
  if (value === null || value === undefined || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  if (!Number.isFinite(number)) throw new RecordError(field, `${JSON.stringify(value)} is not a number`);
  return number;
}
