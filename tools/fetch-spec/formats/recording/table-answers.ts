import { arrayOf, isObject, type Json, type JsonObject, textOf } from '../../../core/json/json.ts';

const maxDepth = 3;

/**
 * An answer that lists its columns once and its rows as lists of values (`columns: [{name}], data: [[…]]`), with the rows
 * as records; any other answer as it is.
 */
export function rowsAsRecords(body: Json): Json {
  if (!isObject(body)) return body;
  for (const [name, rows] of Object.entries(body)) {
    const [first] = arrayOf(rows);
    if (
      !Array.isArray(first) ||
      first.length === 0 ||
      first.some((cell) => typeof cell === 'object' && cell !== null)
    )
      continue;
    const columns = columnsIn(body, first.length, 0);
    if (columns === undefined) continue;
    const records = arrayOf(rows)
      .filter((row) => Array.isArray(row) && row.length === columns.length)
      .map((row) =>
        Object.fromEntries(columns.map((column, index) => [column, arrayOf(row)[index] ?? null])),
      );
    return { ...body, [name]: records };
  }
  return body;
}

/** Names of as many columns as a row has values. */
function columnsIn(value: JsonObject, count: number, depth: number): string[] | undefined {
  for (const inner of Object.values(value)) {
    if (Array.isArray(inner) && inner.length === count) {
      const names = inner.map(
        (column) =>
          textOf(column) ?? (isObject(column) ? (textOf(column['name']) ?? textOf(column['label'])) : null),
      );
      if (names.every((name) => name !== null) && new Set(names).size === count) return names;
    }
    if (isObject(inner) && depth < maxDepth) {
      const found = columnsIn(inner, count, depth + 1);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
