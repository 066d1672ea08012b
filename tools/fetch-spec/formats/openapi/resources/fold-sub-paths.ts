import type { Located, SchemaReader } from '../../../../core/openapi/schema-reader.ts';
import type { OperationKind } from '../../../../model/index.ts';
import { type Kinds, type Recognised, saysUpsert } from '../operations/kinds.ts';
import { nameWords } from '../patterns/name-words.ts';
import type { Resource } from './group-calls.ts';

/** A resource with the calls that were recognised on it and the schema of its records. */
export interface Found {
  readonly resource: Resource;
  readonly names: readonly string[];
  readonly kinds: Kinds;
  readonly record: Located | undefined;
}

/** What answers about the service or about many records at once: never a record. */
const about =
  /^(?:health(?:-?z|-?check)?|ping|live(?:ness|z)?|ready|readiness|readyz|alive|heartbeat|version|counts?|totals?|summary|summaries|statistics|stats|metrics|aggregates?|usage)$/i;

/**
 * Leaves out the paths that are no record types of their own. Some lead to a record of another collection: the one of the
 * caller (`/users/me`), of another record (`/users/{id}/manager`), or one that is looked up by another key
 * (`/users/by-email/{email}`); what such a path can do and the collection cannot is the collection's. Others only count or
 * report.
 */
export function foldSubPaths(reader: SchemaReader, all: readonly Found[]): Found[] {
  const places = new Map(all.map((found) => [found, placeOf(reader, found)]));
  const collections = all.filter(isCollection);
  const folded = new Map<Found, Found>();
  const left = all.filter((found) => {
    if (isReport(reader, found)) return false;
    const at = places.get(found);
    if (at === undefined) return true;
    const same = collections.filter((other) => other !== found && places.get(other) === at);
    const parent = same.find(({ resource }) => isBelow(found.resource.key, resource.key));
    if (isSingle(found)) return same.length === 0;
    if (parent === undefined) return true;
    if (isLookup(found)) folded.set(parent, withLookup(folded.get(parent) ?? parent, found));
    return !isLookup(found) && !isPartialList(found, parent);
  });
  return left.map((found) => folded.get(found) ?? found);
}

/** The named schema of the records; undefined when they have none. */
function placeOf(reader: SchemaReader, { record }: Found): string | undefined {
  const at = record === undefined ? '' : reader.shape(record).at;
  return /^\/components\/schemas\/[^/]+$/.test(at) ? at : undefined;
}

/** Records that are listed, or addressed one by one by their own id. */
function isCollection({ kinds, resource }: Found): boolean {
  if (kinds.list === undefined && resource.onItem.length === 0 && resource.spoken.length === 0) return false;
  return kinds.list !== undefined || kinds.get !== undefined;
}

/** One record at an address of its own: `/users/me`. */
function isSingle({ kinds, resource }: Found): boolean {
  const [only, ...others] = Object.keys(kinds);
  return (
    only === 'get' && others.length === 0 && resource.onItem.length === 0 && resource.spoken.length === 0
  );
}

/** Records by another key: `/users/by-email/{email}`. */
function isLookup({ resource }: Found): boolean {
  return resource.onItem.length > 0 && resource.onCollection.length === 0 && resource.spoken.length === 0;
}

/** Some of the records of a collection: `/tickets/recent`. */
function isPartialList({ kinds, resource }: Found, parent: Found): boolean {
  const [only, ...others] = Object.keys(kinds);
  return (
    only === 'list' && others.length === 0 && resource.onItem.length === 0 && parent.kinds.list !== undefined
  );
}

/** Is a key one literal step below another one? */
function isBelow(key: string, parent: string): boolean {
  return !key.endsWith('/{}') && key.slice(0, key.lastIndexOf('/')) === parent;
}

/** The collection with what the look-up adds: above all the call that creates or changes by the caller's own key. */
function withLookup(parent: Found, lookup: Found): Found {
  const kinds: Kinds = { ...parent.kinds };
  const add = (kind: OperationKind, recognised: Recognised | undefined) => {
    if (recognised !== undefined) kinds[kind] ??= recognised;
  };
  const put = lookup.kinds.upsert ?? lookup.kinds.update;
  if (put !== undefined && isUpsert(put, lookup.resource)) {
    const own = kinds.upsert;
    kinds.upsert = put;
    // "Create or replace" at the record's own address still changes it.
    if (own?.call.method === 'PUT' || own?.call.method === 'PATCH') add('update', own);
  } else add('update', put);
  add('get', lookup.kinds.get);
  add('delete', lookup.kinds.delete);
  return { ...parent, kinds };
}

/** A PUT to an address that the caller chooses makes what is not there. */
function isUpsert({ call }: Recognised, { names, idParameter }: Resource): boolean {
  if (saysUpsert(call)) return true;
  const isExternal = [names.at(-1) ?? '', idParameter ?? ''].some((name) =>
    nameWords(name).includes('external'),
  );
  return call.method === 'PUT' && isExternal;
}

function isReport(reader: SchemaReader, found: Found): boolean {
  if (!isSingle(found) || !about.test(found.resource.names.at(-1) ?? '')) return false;
  const properties = found.record === undefined ? [] : [...reader.shape(found.record).properties.keys()];
  return !properties.some((name) => /^_?(?:id|uuid|guid|gid)$/i.test(name));
}
