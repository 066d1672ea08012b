import { isObject, type Json, type JsonObject, objectOf } from '../../../core/json/json.ts';

export interface HalRecords {
  /** What the answer calls them: `boats`. */
  readonly name: string;
  readonly records: readonly JsonObject[];
}

/** The records in a HAL answer, `{"_embedded": {"boats": […]}}`; undefined when it embeds none, or lists of several kinds. */
export function halRecords(value: Json): HalRecords | undefined {
  const embedded = isObject(value) ? value['_embedded'] : undefined;
  if (!isObject(embedded)) return undefined;
  const lists = Object.entries(embedded).flatMap(([name, list]) =>
    Array.isArray(list) && list.length > 0 && list.every(isObject) ? [{ name, records: list }] : [],
  );
  return lists.length === 1 ? lists[0] : undefined;
}

/** A record without its HAL links: addresses of what is related, and no field of it. */
export function withoutLinks(record: JsonObject): JsonObject {
  if (!isLinks(record['_links'])) return record;
  const { _links, ...own } = record;
  return own;
}

function isLinks(value: Json | undefined): boolean {
  const links = Object.values(objectOf(value)).flatMap((link) => (Array.isArray(link) ? link : [link]));
  return isObject(value) && links.every((link) => isObject(link) && typeof link['href'] === 'string');
}
