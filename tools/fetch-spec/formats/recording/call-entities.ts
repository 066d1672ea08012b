import { isObject } from '../../../core/json/json.ts';
import { SchemaReader } from '../../../core/openapi/schema-reader.ts';
import type { ApiDescription, EntitySummary, OperationKind } from '../../../model/index.ts';
import { entityName, sentence, words } from '../../naming/words.ts';
import { type HttpCall, readCalls } from '../openapi/http-call.ts';
import { buildOperation } from '../openapi/operations/build-operation.ts';
import { operationIds } from '../openapi/operations/operation-ids.ts';
import { readServer } from '../openapi/server.ts';
import { type CallWords, callWords, isGeneral } from './call-words.ts';
import { type FoundRecords, findOneRecord, findRecordLists } from './record-lists.ts';

/** Kinds of records that do not follow from paths, with the calls they were told by. */
interface CallEntity {
  readonly kind: OperationKind;
  readonly entity: EntitySummary;
  readonly at: string;
}

const reads =
  /^(?:limit|page.*|per_?page|cursor|offset|skip|top|fields|filters?|query|sort.*|order.*|where|search|select|pagination)$/i;
/** How likely a list must be to be taken for the records of a call whose path says nothing of it. */
const likely = 4;

/**
 * The record types of a recording. Where a path does not name its records (`/query`, `/candidate.list`, GraphQL), or a POST
 * answers a list, what was asked for and what was answered says what they are.
 */
export function recordedEntities(description: ApiDescription): EntitySummary[] {
  const { document, entities } = description;
  if (!isObject(document)) return entities;
  const reader = new SchemaReader(document);
  const calls = readCalls(reader);
  const ids = operationIds(calls);
  const prefix = readServer(document, '')?.prefix ?? '';
  const listed = new Set(entities.flatMap(({ operations }) => operations.list?.at ?? []));
  const context = { reader, prefix, ids, names: [], listed };
  const special = new Map(
    calls.flatMap((call) => {
      const found = entityOf(call, context);
      return found === undefined ? [] : [[found.at, found] as const];
    }),
  );
  const kept = entities.filter(
    ({ operations }) => !Object.values(operations).every(({ at }) => special.has(at)),
  );
  const covered = new Set(kept.flatMap(({ operations }) => Object.values(operations).map(({ at }) => at)));
  return [...special.values()]
    .filter(({ at }) => !covered.has(at))
    .reduce((all, { entity }) => added(reader, all, entity), kept)
    .map((entity) => ({ ...entity, operations: withRealPaths(entity.operations) }));
}

type Context = Parameters<typeof buildOperation>[2] & {
  /** Places of the calls that are known to list, by their path. */
  readonly listed: ReadonlySet<string>;
};

function entityOf(call: HttpCall, context: Context): CallEntity | undefined {
  const { reader } = context;
  const [path = '', about] = call.path.split('#', 2);
  const steps = path.split('/').filter((each) => each !== '' && !each.startsWith('{'));
  const step = (steps.at(-1) ?? '').replace(/\.json$/i, '');
  const isGraphql = about !== undefined && /graphql/i.test(path);
  const said = isGraphql ? callWords(about, true) : callWords(step);
  const isSaid = said !== undefined || about !== undefined;
  const wanted = (isGraphql ? undefined : about) ?? said?.noun ?? null;
  const body = call.response?.schema;
  const [best] = body === undefined ? [] : findRecordLists(reader, body, wanted ?? step);
  const list = isSaid || (best !== undefined && best.score >= likely) ? best : undefined;
  if (!isSaid && (context.listed.has(call.at) || !isHiddenList(reader, call, step, list))) return undefined;
  const kind = kindOf(call, said, list);
  const found = recordOf(reader, call, kind, list);
  const noun =
    wanted ??
    found?.name ??
    (isGraphql ? about : undefined) ??
    steps.findLast((each) => !isGeneral(each) && callWords(each) === undefined) ??
    step;
  const name = entityName(noun);
  if (name === '') return undefined;
  const built = buildOperation(kind, { call, list }, context);
  return {
    kind,
    at: call.at,
    entity: {
      name,
      label: sentence(words(name)),
      aliases: [...new Set([noun, about ?? '', found?.name ?? ''])].filter(
        (alias) => alias !== '' && alias !== name,
      ),
      operations: {
        [kind]: kind === 'get' && found !== undefined ? { ...built, responseAt: found.path } : built,
      },
      fieldCount: found === undefined ? 0 : reader.shape(found.record).properties.size,
      schemaAt: found?.record.at ?? null,
    },
  };
}

/** The record of a call: of its list, or the one that was answered; of a write that only says it is done, what was sent. */
function recordOf(
  reader: SchemaReader,
  call: HttpCall,
  kind: OperationKind,
  list: FoundRecords | undefined,
): FoundRecords | undefined {
  const isWrite = kind === 'create' || kind === 'update' || kind === 'upsert';
  if (list !== undefined && !isWrite) return list;
  const one = call.response === undefined ? undefined : findOneRecord(reader, call.response.schema);
  const sent = isWrite && call.request !== undefined ? sentRecord(reader, call.request.schema) : undefined;
  return sent !== undefined && !alike(reader, sent, one) ? sent : one;
}

/** A call whose answer holds a list that its path does not tell of: a POST that asks, a GET with several lists. */
function isHiddenList(
  reader: SchemaReader,
  call: HttpCall,
  step: string,
  list: FoundRecords | undefined,
): boolean {
  if (list === undefined || call.path.endsWith('}') || step === '') return false;
  if (call.method === 'GET')
    return list.score > likely && reader.shape(list.record).properties.size > 0 && list.path !== '';
  if (call.method !== 'POST' || call.request === undefined) return false;
  return [...reader.shape(call.request.schema).properties.keys()].some((name) => reads.test(name));
}

function kindOf(call: HttpCall, said: CallWords | undefined, list: FoundRecords | undefined): OperationKind {
  if (said?.kind !== null && said?.kind !== undefined) {
    // `/tickets/query` by GET with a list is the list.
    if (said.kind === 'get' && list !== undefined) return 'list';
    return said.kind === 'search' && call.method === 'GET' && list !== undefined ? 'list' : said.kind;
  }
  if (list !== undefined) return 'list';
  if (call.method === 'DELETE') return 'delete';
  if (call.method === 'PUT' || call.method === 'PATCH') return 'update';
  return call.method === 'GET' || call.request === undefined ? 'get' : 'create';
}

/** The record in what was sent: the body, or the one object or list of objects in it. */
function sentRecord(reader: SchemaReader, body: FoundRecords['record']): FoundRecords | undefined {
  const [list] = findRecordLists(reader, body, null);
  if (list !== undefined && list.score >= likely - 3) return { ...list, path: `${list.path}.0` };
  return findOneRecord(reader, body);
}

/** Has the answer the fields that were sent? */
function alike(reader: SchemaReader, sent: FoundRecords, one: FoundRecords | undefined): boolean {
  if (one === undefined) return false;
  const names = [...reader.shape(sent.record).properties.keys()];
  const answered = reader.shape(one.record).properties;
  return names.filter((name) => answered.has(name)).length * 2 >= names.length;
}

/** Adds a record type to the others: its call to one of the same name and kind of records, else under a name of its own. */
function added(reader: SchemaReader, all: EntitySummary[], entity: EntitySummary): EntitySummary[] {
  const index = all.findIndex(
    (known) => stem(known.name) === entity.name && isSameRecord(reader, known, entity),
  );
  const known = all[index];
  if (known === undefined) {
    const count = all.filter(({ name }) => stem(name) === entity.name).length;
    if (count === 0) return [...all, entity];
    const aliases = [...entity.aliases, entity.name];
    return [...all, { ...entity, name: `${entity.name}${count + 1}`, aliases }];
  }
  const merged = {
    ...known,
    aliases: [...new Set([...known.aliases, ...entity.aliases])],
    operations: { ...entity.operations, ...known.operations },
    ...(known.fieldCount > 0 ? {} : { fieldCount: entity.fieldCount, schemaAt: entity.schemaAt }),
  };
  return all.with(index, merged);
}

function stem(name: string): string {
  return name.replace(/(?<=\D)\d$/, '');
}

/** Two systems in one recording may both have a `customer`: then their fields differ. */
function isSameRecord(reader: SchemaReader, one: EntitySummary, other: EntitySummary): boolean {
  const [mine, theirs] = [one, other].map(({ schemaAt }) => {
    const located = schemaAt === null ? undefined : reader.at(schemaAt);
    return located === undefined ? [] : [...reader.shape(located).properties.keys()];
  });
  if (mine === undefined || theirs === undefined || mine.length === 0 || theirs.length === 0) return true;
  const names = new Set(mine);
  return theirs.filter((name) => names.has(name)).length * 3 >= Math.min(mine.length, theirs.length);
}

/** Without what was written behind the path to tell calls apart. */
function withRealPaths(operations: EntitySummary['operations']): EntitySummary['operations'] {
  return Object.fromEntries(
    Object.entries(operations).map(([kind, operation]) => [
      kind,
      { ...operation, path: operation.path.split('#', 1)[0] || '/' },
    ]),
  );
}
