import { RecordError } from '../src/record-error.ts';

const yes: readonly unknown[] = [true, 1, 'true', '1', 'yes', 'y', 't'];
const no: readonly unknown[] = [false, 0, 'false', '0', 'no', 'n', 'f'];

/** A value as yes or no, in the usual spellings. */
export function toBoolean(value: unknown, field: string): boolean | null | undefined {
  if (value === null || value === undefined) return value;
  const word = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (yes.includes(word)) return true;
  if (no.includes(word)) return false;
  throw new RecordError(field, `${JSON.stringify(value)} is not a yes or a no`);
}
