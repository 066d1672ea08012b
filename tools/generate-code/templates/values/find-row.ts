import { wordKey } from './word-key.ts';

/** A row of a value table: of the very value, else of one that is the same word. */
export function findRow<To>(value: unknown, table: ReadonlyMap<unknown, To>): { to: To } | undefined {
  const exact = table.get(value);
  if (exact !== undefined) return { to: exact };
  if (typeof value === 'object') return undefined;
  const key = wordKey(value);
  const row = [...table].find(([from]) => typeof from !== 'object' && wordKey(from) === key);
  return row === undefined ? undefined : { to: row[1] };
}
