import { isObject, type Json, type JsonObject, property } from '../json/json.ts';
import { isRecordMap } from '../samples/record-map.ts';

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

/** What an answer says of itself beside its records. */
export const besideRecords =
  /^(?:object|kind|@odata\..*|jsonapi|included|errors?|warnings?|messages?|success|ok|status|code|url|_?links?|_?meta(?:data)?|paging|pagination|cursors?|page(?:_?(?:size|number|count|token|info))?|per_?page|limit|offset|size|skip|top|start|total(?:_?\w+)?|count|\w*_?count|has_?more|more|is_?last|(?:next|prev(?:ious)?|first|last)(?:_?\w+)?|sync_?token|request_?id|time(?:stamp)?|took)$/i;

/**
 * The records in a list, in an answer that wraps one (`{"results": […]}`), or in a map by ids; undefined when it holds none. An object that
 * wraps nothing is not a list: the caller decides whether it is a record.
 */
export function recordsIn(value: Json): readonly JsonObject[] | undefined {
  const list = Array.isArray(value)
    ? value
    : recordLists
        .map((name) => property(value, name))
        .find((inner) => Array.isArray(inner) && inner.some(isObject));
  if (!Array.isArray(list)) return mapped(value);
  const records = list.filter(isObject);
  return records.length === 0 || records.length * 2 < list.length ? undefined : records;
}

function mapped(value: Json): readonly JsonObject[] | undefined {
  if (!isObject(value)) return undefined;
  const members = Object.entries(value);
  const records = members.map(([, inner]) => inner).filter(isObject);
  const isMap =
    records.length === members.length &&
    isRecordMap(members.map(([name, inner]) => [name, Object.keys(inner ?? {})]));
  return isMap ? records : undefined;
}

/** The records of one page of an answer, which holds nothing else of its own; undefined for a record that has a list. */
export function recordsOfPage(value: JsonObject): readonly JsonObject[] | undefined {
  const list = recordLists.find((name) => Array.isArray(value[name]));
  const bare = Object.keys(value).every((name) => name === list || besideRecords.test(name));
  return list !== undefined && bare ? recordsIn(value) : undefined;
}
