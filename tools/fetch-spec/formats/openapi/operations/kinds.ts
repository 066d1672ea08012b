import { property } from '../../../../core/json/json.ts';
import type { SchemaReader } from '../../../../core/openapi/schema-reader.ts';
import type { OperationKind } from '../../../../model/index.ts';
import type { HttpCall } from '../http-call.ts';
import { type Envelope, findRecords } from '../resources/envelope.ts';
import type { Resource } from '../resources/group-calls.ts';

/** A call that was recognised, with the list in its answer when it has one. */
export interface Recognised {
  readonly call: HttpCall;
  readonly list: Envelope | undefined;
}
export type Kinds = Partial<Record<OperationKind, Recognised>>;

/**
 * Which call lists, reads, creates, … the records of a resource, told by method, path and answer. `names` are what the
 * records may be called in an envelope.
 */
export function recogniseKinds(reader: SchemaReader, resource: Resource, names: readonly string[]): Kinds {
  const kinds: Kinds = {};
  const take = (kind: OperationKind, call: HttpCall | undefined, list?: Envelope) => {
    if (call !== undefined) kinds[kind] ??= { call, list };
  };
  const listOf = (call: HttpCall) =>
    call.response === undefined ? undefined : findRecords(reader, call.response.schema, names);
  const { onCollection, onItem, searches, spoken } = resource;
  const find = (calls: readonly HttpCall[], method: string) => calls.find((call) => call.method === method);

  const read = find(onCollection, 'GET');
  const list = read === undefined ? undefined : listOf(read);
  // A collection that says nothing of its answer is a list where single records are addressed below it.
  if (read !== undefined && (list !== undefined || onItem.length > 0)) take('list', read, list);
  else take('get', read);
  take('get', find(onItem, 'GET'));

  const post = find(onCollection, 'POST');
  if (post !== undefined && saysUpsert(post)) take('upsert', post);
  else if (post !== undefined && sendsRecord(post)) take('create', post);
  // One that has a body of which nothing is said, where records are kept.
  else if (post !== undefined && hasBody(post) && (read !== undefined || onItem.length > 0))
    take('create', post);

  const patch = find(onItem, 'PATCH');
  const put = find(onItem, 'PUT');
  if (put !== undefined && saysUpsert(put)) take('upsert', put);
  take('update', patch ?? (kinds.upsert?.call === put ? undefined : put));
  // Stripe and others change a record by a POST on it.
  const postItem = find(onItem, 'POST');
  if (postItem?.request !== undefined) take('update', postItem);
  take('delete', find(onItem, 'DELETE'));
  for (const call of searches) {
    const found = listOf(call);
    if (found !== undefined || call.method === 'POST') take('search', call, found);
    // Where nothing else lists the records, a search that asks for no condition does.
    if (found !== undefined && kinds.list === undefined && asksForNothing(reader, call))
      take('list', call, found);
  }
  for (const { kind, call } of spoken)
    take(kind, call, kind === 'list' || kind === 'search' ? listOf(call) : undefined);
  return kinds;
}

/** Can it be called without saying what is looked for? */
function asksForNothing(reader: SchemaReader, { request, parameters }: HttpCall): boolean {
  const mustSay = parameters.some(({ in: place, required }) => place === 'query' && required);
  return !mustSay && (request === undefined || reader.shape(request.schema).required.size === 0);
}

/** Has it a body, or parameters of a query that stand for one? */
function sendsRecord({ request, parameters }: HttpCall): boolean {
  return (
    request !== undefined ||
    parameters.some(({ in: place, name }) => place === 'query' && /name|title|id$/i.test(name))
  );
}

function hasBody({ node }: HttpCall): boolean {
  return property(node, 'requestBody') !== undefined;
}

/** Do a call's own words say that it creates or changes? */
export function saysUpsert(call: HttpCall): boolean {
  return /\bupserts?\b|(?:insert|create|add)s?\s+or\s+(?:update|replace)|(?:update|replace)s?\s+or\s+(?:insert|create)/i.test(
    call.text,
  );
}
