import { recordsIn, recordsOfPage } from '../documents/records-in.ts';
import { isObject, type JsonObject, property } from '../json/json.ts';

/**
 * The records inside one line of a recording of HTTP traffic (`{method, path, status, response}`), or inside one page of an
 * answer (`{results, paging}`); else the record itself.
 */
export function unwrapExchange(record: JsonObject): readonly JsonObject[] {
  const response = property(record, 'response');
  const recorded =
    response !== undefined &&
    typeof property(record, 'method') === 'string' &&
    (property(record, 'path') ?? property(record, 'url')) !== undefined;
  if (!recorded) return recordsOfPage(record) ?? [record];
  if (Array.isArray(response)) return response.filter(isObject);
  if (!isObject(response)) return [];
  return recordsIn(response) ?? [response];
}
