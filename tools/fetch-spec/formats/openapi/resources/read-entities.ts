import { isObject, property, textOf } from '../../../../core/json/json.ts';
import type { Located, SchemaReader } from '../../../../core/openapi/schema-reader.ts';
import { singular } from '../../../../core/text/singular.ts';
import type { EntitySummary, Operation, OperationKind, Warning } from '../../../../model/index.ts';
import { entityName, sentence, words } from '../../../naming/words.ts';
import type { HttpCall } from '../http-call.ts';
import { buildOperation, type OperationContext } from '../operations/build-operation.ts';
import { changesOperation } from '../operations/changes-operation.ts';
import { type Kinds, recogniseKinds } from '../operations/kinds.ts';
import { operationIds } from '../operations/operation-ids.ts';
import { findRecord } from './envelope.ts';
import { foldSubPaths } from './fold-sub-paths.ts';
import { groupCalls, type Resource } from './group-calls.ts';
import { namedRecord } from './named-record.ts';
import { naturalNames } from './natural-names.ts';
import { uniqueNames } from './unique-names.ts';

/** The record types of a document, read from its paths. `warnings` gets what had to be guessed. */
export function readEntities(
  reader: SchemaReader,
  calls: readonly HttpCall[],
  prefix: string,
  warnings: Warning[],
): EntitySummary[] {
  const ids = operationIds(calls);
  const resources = groupCalls(calls);
  const keys = new Set(resources.map((resource) => resource.key));
  const byName = (resource: Resource, { get, list }: Kinds): Located | undefined => {
    // A call that only links or unlinks names other records than its own.
    const isRead = [get, list].some((kind) => kind?.call.status !== undefined);
    const record = isRead ? namedRecord(reader, resource) : undefined;
    if (record !== undefined) {
      const message = `The calls at ${resource.key} do not describe their bodies; the schema of that name is taken for them`;
      warnings.push({ code: 'schema_by_name', message, at: record.at });
    }
    return record;
  };
  const found = resources.flatMap((resource) => {
    const names = envelopeNames(resource);
    const kinds = recogniseKinds(reader, resource, names);
    return isAction(reader, resource, kinds, keys)
      ? []
      : [{ resource, names, kinds, record: recordOf(reader, kinds, names) ?? byName(resource, kinds) }];
  });
  const records = foldSubPaths(reader, found).filter(
    ({ record, kinds }) =>
      record !== undefined || kinds.list !== undefined || isUnreadable(reader, kinds.get?.call),
  );
  const title = textOf(property(property(reader.document, 'info'), 'title')) ?? '';
  const entityNames = uniqueNames(
    records.map(({ resource }) => naturalNames(resource, title, records.length === 1)),
    records.map(({ kinds }) => ({ single: isAddressable(kinds), calls: Object.keys(kinds).length })),
  );
  return records.flatMap(({ resource, names, kinds, record }, index) => {
    const name = entityNames[index] ?? '';
    if (name === '') return [];
    const context: OperationContext = { reader, prefix, ids, names };
    const at = record === undefined ? null : reader.shape(record).at;
    return {
      name,
      label: sentence(words(name)),
      aliases: aliases(resource, name, at),
      operations: buildAll(kinds, context),
      fieldCount: record === undefined ? 0 : reader.shape(record).properties.size,
      // The reference's place, not its target's: what stands beside a reference counts.
      schemaAt: record?.at ?? null,
    };
  });
}

/** Does a call answer with a schema that cannot be read: its reference leads nowhere, outside or in a circle? */
function isUnreadable(reader: SchemaReader, call: HttpCall | undefined): boolean {
  const schema = call?.response?.schema;
  return schema !== undefined && reader.resolve(schema) === undefined;
}

function buildAll(kinds: Kinds, context: OperationContext): EntitySummary['operations'] {
  const operations: Partial<Record<OperationKind, Operation>> = {};
  for (const [kind, recognised] of Object.entries(kinds) as [
    OperationKind,
    NonNullable<Kinds[OperationKind]>,
  ][]) {
    operations[kind] = buildOperation(kind, recognised, context);
  }
  const { list } = operations;
  const changes =
    list === undefined || kinds.list === undefined
      ? undefined
      : changesOperation(context.reader, list, kinds.list.call);
  return changes === undefined ? operations : { ...operations, changes };
}

/** Can single records be read or written? */
function isAddressable(kinds: Kinds): boolean {
  return [kinds.get, kinds.create, kinds.update, kinds.upsert].some((kind) => kind !== undefined);
}

/** A path that does something instead of holding records: `/orders/{id}/cancel`, `/contacts/merge`. */
function isAction(
  reader: SchemaReader,
  resource: Resource,
  kinds: Kinds,
  keys: ReadonlySet<string>,
): boolean {
  const only = Object.keys(kinds);
  if (only.length === 0) return true;
  if (isOnlyVerbs(resource)) return only.every((kind) => kind === 'update' || kind === 'delete');
  if (only.some((kind) => kind !== 'create' && kind !== 'upsert') || resource.onItem.length > 0) return false;
  if (resource.spoken.length > 0) return false;
  const parent = resource.key.slice(0, resource.key.lastIndexOf('/'));
  const step = resource.names.at(-1) ?? '';
  if (answersWithRecord(reader, kinds.create?.call, step)) return false;
  const below = keys.has(parent) || parent.endsWith('/{}') || /\/(?:batch|bulk)$/.test(parent);
  return below || /^(?:batch|bulk|search|query|merge|import|export|validate|login|logout|token)/i.test(step);
}

/** Is the resource known from verbs before its name alone? Who can only change it finds none of it: `/updatePassword`. */
function isOnlyVerbs({ key, spoken, onItem, onCollection }: Resource): boolean {
  const step = key.slice(key.lastIndexOf('/') + 1);
  const isNamed = spoken.some(({ call }) => call.path.split(/[/.:]/).includes(step));
  return spoken.length > 0 && !isNamed && onItem.length === 0 && onCollection.length === 0;
}

/** Does a creation below a record answer with what the path names: `/orders/{id}/refunds` with a `refund` that has an id? */
function answersWithRecord(reader: SchemaReader, call: HttpCall | undefined, step: string): boolean {
  const one = entityName(step);
  if (call?.response === undefined || one === '' || words(step).join('') === words(one).join(''))
    return false;
  const { path, record } = findRecord(reader, call.response.schema, [one, ...envelopeForms(step)]);
  const shape = reader.shape(record);
  const name = plain(path === '' ? (/[^/]*$/.exec(shape.at)?.[0] ?? '') : path);
  return shape.properties.has('id') && name.includes(plain(one));
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** The schema of one record: as it is read, else as it is listed, else as it is sent. */
function recordOf(reader: SchemaReader, kinds: Kinds, names: readonly string[]): Located | undefined {
  const single = (call: HttpCall | undefined) =>
    call?.response === undefined ? undefined : findRecord(reader, call.response.schema, names).record;
  const sent = (call: HttpCall | undefined) =>
    call?.request === undefined ? undefined : findRecord(reader, call.request.schema, names).record;
  const candidates = [
    single(kinds.get?.call),
    kinds.list?.list?.record,
    kinds.search?.list?.record,
    single(kinds.create?.call),
    sent(kinds.create?.call),
    sent(kinds.upsert?.call),
    sent(kinds.update?.call),
  ];
  return candidates.find((located) => {
    if (located === undefined || !isObject(located.node)) return false;
    const shape = reader.shape(located);
    return shape.properties.size > 0 || shape.map !== undefined;
  });
}

function envelopeNames({ names }: Resource): string[] {
  return envelopeForms(names.at(-1) ?? '');
}

/** A step as it may be called in a body: `line-items`, `line_item`, `lineitem`, … */
function envelopeForms(segment: string): string[] {
  const parts = words(segment);
  const last = parts.at(-1) ?? '';
  const one = [...parts.slice(0, -1), singular(last)];
  return [...new Set([segment, ...[one, parts].flatMap((form) => [form.join('_'), form.join('')])])];
}

function aliases(resource: Resource, name: string, at: string | null): string[] {
  const schema = at === null ? undefined : /^\/components\/schemas\/([^/]+)$/.exec(at)?.[1];
  const all = [resource.names.at(-1) ?? '', schema?.replaceAll('~1', '/').replaceAll('~0', '~') ?? ''];
  return [...new Set(all)].filter((alias) => alias !== '' && alias !== name);
}
