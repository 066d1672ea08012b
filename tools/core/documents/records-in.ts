import { isObject, type Json, type JsonObject, property } from '../json/json.ts';

/** Names under which an answer wraps its list of records. */
export const recordLists: readonly string[] = [
  'results',
  'data',
  'items',
  'value',
  'records',
  'rows',
  'list',
  'entries',
];

/**
 * The records in a list, or in an answer that wraps one (`{"results": […]}`); undefined when it holds none. An object that
 * wraps nothing is not a list: the caller decides whether it is a record.
 */
export function recordsIn(value: Json): readonly JsonObject[] | undefined {
  const list = Array.isArray(value)
    ? value
    : recordLists
        .map((name) => property(value, name))
        .find((inner) => Array.isArray(inner) && inner.some(isObject));
  if (!Array.isArray(list)) return undefined;
  const records = list.filter(isObject);
  return records.length === 0 || records.length * 2 < list.length ? undefined : records;
}
