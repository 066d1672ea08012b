import { recordLists } from '../../../core/documents/records-in.ts';
import type { Located, SchemaReader } from '../../../core/openapi/schema-reader.ts';
import { entityName } from '../../naming/words.ts';

/** A list of records, or one record, in an answer. */
export interface FoundRecords {
  /** Dot path: `data.orders.edges[].node`. */
  readonly path: string;
  /** The last step of the path that says what the records are; null when all are general. */
  readonly name: string | null;
  readonly record: Located;
  readonly score: number;
}

const maxDepth = 5;
const maxPlaces = 300;
/** Lists that come beside the records. */
const beside =
  /^(?:fields?|columns|headers|meta(?:data)?|_?links?|errors?|user_?errors|warnings?|included|filters?|facets|aggregations|row_?types?|partition_?info|tags|sort|messages)$/i;
const wrappers =
  /^(?:nodes|edges|results?|response|payload|body|content|elements|values|page|queryresponse|_embedded|node)$/i;
const idName = /^(?:_?id|uuid|guid|gid|sid|sys_id|key)$|_id$|[a-z]I[dD]$/i;

interface Place {
  readonly located: Located;
  readonly path: string;
  readonly name: string | null;
  readonly depth: number;
}

/** The lists of records in an answer, the likeliest first. `wanted` is what the records are called, if that is known. */
export function findRecordLists(reader: SchemaReader, body: Located, wanted: string | null): FoundRecords[] {
  const found: FoundRecords[] = [];
  for (const place of places(reader, body)) {
    const { items } = reader.shape(place.located);
    if (items === undefined) continue;
    const list = recordOf(reader, items, place);
    if (list !== undefined) found.push({ ...list, score: scoreOf(reader, list.record, place, wanted) });
  }
  return found.toSorted((a, b) => b.score - a.score);
}

/** The one record in an answer: the outermost object with an id, else the outermost with some fields. */
export function findOneRecord(reader: SchemaReader, body: Located): FoundRecords | undefined {
  const objects = [...places(reader, body)].flatMap(({ located, path, name, depth }) => {
    const { properties } = reader.shape(located);
    if (properties.size === 0 || (name !== null && beside.test(name))) return [];
    const score =
      ([...properties.keys()].some((key) => idName.test(key)) ? 10 : 0) + Math.min(properties.size, 4);
    return [{ path, name, record: located, score: score - depth }];
  });
  return objects.toSorted((a, b) => b.score - a.score)[0];
}

/** The body and the objects and lists in it that are not inside of lists, outer ones first. */
function* places(reader: SchemaReader, body: Located): Generator<Place> {
  let level: Place[] = [{ located: body, path: '', name: null, depth: 0 }];
  let seen = 0;
  while (level.length > 0) {
    const next: Place[] = [];
    for (const place of level) {
      yield place;
      if (place.depth >= maxDepth) continue;
      for (const [name, located] of reader.shape(place.located).properties) {
        seen += 1;
        if (seen > maxPlaces) break;
        const step = name.replaceAll('.', '\\.');
        const path = place.path === '' ? step : `${place.path}.${step}`;
        next.push({ located, path, name: isWrapper(name) ? place.name : name, depth: place.depth + 1 });
      }
    }
    level = next;
  }
}

function recordOf(
  reader: SchemaReader,
  items: Located,
  { path, name }: Place,
): Omit<FoundRecords, 'score'> | undefined {
  const shape = reader.shape(items);
  const node = shape.properties.get('node');
  if (node !== undefined && /(?:^|\.)edges$/.test(path) && reader.shape(node).properties.size > 0) {
    return { path: `${path}[].node`, name, record: node };
  }
  // A list that was empty says nothing of its elements.
  const unknown = shape.types.size === 0 && shape.properties.size === 0;
  return shape.properties.size > 0 || unknown ? { path, name, record: items } : undefined;
}

function scoreOf(
  reader: SchemaReader,
  record: Located,
  { path, name, depth }: Place,
  wanted: string | null,
): number {
  const { properties } = reader.shape(record);
  const last = path.slice(path.lastIndexOf('.') + 1);
  const isNamed = wanted !== null && name !== null && entityName(name) === entityName(wanted);
  return (
    (isNamed ? 8 : 0) +
    (path === '' || isWrapper(last) ? 4 : 0) +
    ([...properties.keys()].some((key) => idName.test(key)) ? 3 : 0) +
    (properties.size >= 3 ? 1 : 0) -
    (beside.test(last) && !isNamed ? 8 : 0) -
    depth
  );
}

function isWrapper(name: string): boolean {
  return recordLists.includes(name) || wrappers.test(name);
}
