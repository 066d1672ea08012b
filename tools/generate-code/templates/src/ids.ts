import { textAt } from './json.ts';
import { RecordError } from './record-error.ts';

/** The id that a write answered. Without one the record cannot be found again: its create counts as begun. */
export function requireId(id: string | undefined, call: string): string {
  if (id === undefined) throw new RecordError('', `${call} answered without an id`);
  return id;
}

/** A value of a record that a call cannot do without. */
export function requireText(value: unknown, field: string): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value === '') throw new RecordError(field, 'is missing');
  return value;
}

/** Ids of the records whose match field holds the value; searches may be fuzzy, and ignore case. */
export function idsOfMatches(
  records: readonly unknown[],
  idPath: readonly string[],
  matchPath: readonly string[],
  value: string,
): string[] {
  const wanted = value.trim().toLowerCase();
  return records
    .filter((record) => (textAt(record, matchPath) ?? value).trim().toLowerCase() === wanted)
    .map((record) => textAt(record, idPath))
    .filter((id) => id !== undefined);
}
