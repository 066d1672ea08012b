import { arrayOf, isObject, type JsonObject, objectOf, property, textOf } from '../../../core/json/json.ts';

interface KeyPlace {
  readonly name: string;
  readonly in: 'header' | 'query';
}

/** The converter calls every API key `api_key`; the collection, or most of its requests, say what it is called and where it is sent. */
export function withKeyNames(
  document: JsonObject,
  collection: JsonObject,
  requests: readonly JsonObject[],
): JsonObject {
  const said = [collection, ...requests.map((item) => objectOf(item['request']))].flatMap(keyPlace);
  const place = commonest(said);
  if (place === undefined) return document;
  const schemes = objectOf(property(property(document, 'components'), 'securitySchemes'));
  for (const scheme of Object.values(schemes)) {
    if (isObject(scheme) && scheme['type'] === 'apiKey') Object.assign(scheme, place);
  }
  return document;
}

function keyPlace(owner: JsonObject): KeyPlace[] {
  const settings = property(owner['auth'], 'apikey');
  const setting = (name: string): string | null => {
    const found = arrayOf(settings).find((one) => property(one, 'key') === name);
    return textOf(property(found, 'value')) ?? textOf(property(settings, name));
  };
  const name = setting('key');
  if (name === null || !/^[\w.-]{1,100}$/.test(name)) return [];
  return [{ name, in: setting('in') === 'query' ? 'query' : 'header' }];
}

function commonest(places: readonly KeyPlace[]): KeyPlace | undefined {
  const counts = new Map<string, { place: KeyPlace; count: number }>();
  for (const place of places) {
    const key = `${place.in} ${place.name}`;
    counts.set(key, { place, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.place;
}
