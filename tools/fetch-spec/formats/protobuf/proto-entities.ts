import type protobuf from 'protobufjs';
import type { EntitySummary, Operation } from '../../../model/index.ts';
import { sentence, words } from '../../naming/words.ts';
import { RecordNames } from '../json-schema/records/record-names.ts';
import { makeOperation } from './calls/make-operation.ts';
import { type MethodKind, methodIntent } from './calls/method-intent.ts';
import type { ProtoCall } from './calls/proto-calls.ts';
import type { ParsedProto } from './parse-proto.ts';
import { behaviours } from './schemas/behaviours.ts';
import { jsonName } from './schemas/json-name.ts';
import { optionText } from './schemas/options.ts';
import { ProtoSchemas } from './schemas/proto-schemas.ts';
import type { TypeIndex } from './type-index.ts';

interface Found {
  readonly type: protobuf.Type;
  readonly operations: Partial<Record<MethodKind, Operation>>;
  create: protobuf.Type | undefined;
  update: protobuf.Type | undefined;
}

export interface ProtoEntities {
  readonly entities: readonly EntitySummary[];
  readonly schemas: ReturnType<ProtoSchemas['build']>;
  /** Types that no file defines. */
  readonly unknown: readonly string[];
}

/** Record types of a file: messages with calls or a resource of their own first, then its other outermost messages. */
export function protoEntities(proto: ParsedProto, calls: readonly ProtoCall[]): ProtoEntities {
  const messages = ownMessages(proto);
  const carriers = new Set(
    calls.flatMap(({ request, response }) => [request, response]).filter((type) => type !== undefined),
  );
  const isCarrier = (type: protobuf.Type) =>
    resourceOf(type) === null &&
    (/(?:Request|Response|Reply)$/.test(type.name) ||
      (carriers.has(type) && /(?:Req|Resp|Rsp|Result|Results|Params|Args|Input|Output)$/.test(type.name)));
  const byNoun = new Map(
    messages
      .filter((type) => !/(?:Request|Response|Reply)$/.test(type.name))
      .map((type) => [words(type.name).join(' '), type]),
  );
  const found = new Map<protobuf.Type, Found>();
  const entry = (type: protobuf.Type): Found => {
    const known = found.get(type) ?? { type, operations: {}, create: undefined, update: undefined };
    found.set(type, known);
    return known;
  };
  for (const call of calls) readCall(proto, call, byNoun, entry);
  for (const type of messages) if (resourceOf(type) !== null) entry(type);
  const others = messages.filter((type) => !found.has(type) && !isCarrier(type));
  const chosen = found.size + others.length > 0 ? others : messages;
  for (const type of chosen) entry(type);
  return summarise(
    proto,
    [...found.values()].filter(({ type }) => type.fieldsArray.length > 0),
  );
}

/** Messages at the outermost level of the file itself. */
function ownMessages({ types, own }: ParsedProto): protobuf.Type[] {
  return [...own].flatMap((name) => types.message(name, '') ?? []);
}

function resourceOf(type: protobuf.Type): string | null {
  return optionText(type, '(google.api.resource)', 'type');
}

/** Adds a call to the record type it is about, told by its name and by what it takes and answers. */
function readCall(
  { types }: ParsedProto,
  call: ProtoCall,
  byNoun: ReadonlyMap<string, protobuf.Type>,
  entry: (type: protobuf.Type) => Found,
): void {
  const { method, request, response } = call;
  const intent = methodIntent(method.name);
  if (intent === undefined) return;
  const { kind, noun } = intent;
  const lists = kind === 'list' || kind === 'search';
  const item = lists ? listIn(types, response) : undefined;
  const named = byNoun.get(noun);
  // `GetUserResponse {id, name}`: the answer is the record itself.
  const answered =
    kind === 'get' &&
    named === undefined &&
    response !== undefined &&
    messageIn(types, response) === undefined
      ? response
      : undefined;
  const record = named ?? item?.type ?? answered;
  if (record === undefined || record.fieldsArray.length === 0) return;
  const own = entry(record);
  if (own.operations[kind] !== undefined) return;
  const inRequest = request === record ? undefined : fieldOf(types, request, record);
  const inAnswer = response === record ? undefined : lists ? item?.field : fieldOf(types, response, record);
  const streams = lists && method.responseStream === true && response === record;
  if (lists && item === undefined && !streams) return;
  const writes = kind === 'create' || kind === 'update' || kind === 'upsert';
  if (kind === 'create' || kind === 'upsert') own.create ??= inRequest === undefined ? request : record;
  if (kind === 'update') own.update ??= inRequest === undefined ? request : record;
  const answersRecord = response === record || inAnswer !== undefined;
  own.operations[kind] = makeOperation(call, {
    answers: lists ? 'records' : kind !== 'delete' && answersRecord ? 'record' : 'nothing',
    responseAt: kind === 'delete' || inAnswer === undefined ? '' : jsonName(inAnswer),
    requestAt: writes && inRequest !== undefined ? jsonName(inRequest) : '',
    idField: idFieldOf(record),
  });
}

/** The field of a message that is of a type. */
function fieldOf(
  types: TypeIndex,
  message: protobuf.Type | undefined,
  type: protobuf.Type,
): protobuf.Field | undefined {
  return message?.fieldsArray.find((field) => !field.repeated && !field.map && typeOf(types, field) === type);
}

/** The first list of messages in an answer. */
function listIn(
  types: TypeIndex,
  response: protobuf.Type | undefined,
): { field: protobuf.Field; type: protobuf.Type } | undefined {
  for (const field of response?.fieldsArray ?? []) {
    const type = field.repeated ? typeOf(types, field) : undefined;
    if (type !== undefined) return { field, type };
  }
  return undefined;
}

/** The message that an answer only wraps. */
function messageIn(types: TypeIndex, response: protobuf.Type): protobuf.Type | undefined {
  const [only, ...others] = response.fieldsArray;
  return only === undefined || others.length > 0 ? undefined : typeOf(types, only);
}

function typeOf(types: TypeIndex, { type, parent }: protobuf.Field): protobuf.Type | undefined {
  return types.message(type, parent?.fullName ?? '');
}

/** The field that names a record: the one declared so, else `name` of a resource. */
function idFieldOf(type: protobuf.Type): string | undefined {
  const declared = type.fieldsArray.find((field) => behaviours(field).identifier);
  const name =
    resourceOf(type) === null ? undefined : type.fieldsArray.find((field) => field.name === 'name');
  const field = declared ?? name;
  return field === undefined ? undefined : jsonName(field);
}

function summarise(proto: ParsedProto, found: readonly Found[]): ProtoEntities {
  const names = new RecordNames();
  const named = found.flatMap((each) => {
    const full = each.type.fullName.replace(/^\./, '');
    const taken = names.take(full, each.type.name);
    return taken === undefined ? [] : [{ ...each, ...taken }];
  });
  const byResource = new Map<string, string>();
  for (const { type, name } of named) {
    const resource = resourceOf(type);
    if (resource !== null) byResource.set(resource, name);
  }
  const schemas = new ProtoSchemas(proto, (resource) => byResource.get(resource));
  const entities = named.map(
    ({ type, operations, create, update, name, aliases }): EntitySummary => ({
      name,
      label: sentence(words(name)),
      aliases,
      operations,
      fieldCount: type.fieldsArray.length,
      schemaAt: schemas.message(type),
      ...(create === undefined ? {} : { createAt: schemas.message(create) }),
      ...(update === undefined ? {} : { updateAt: schemas.message(update) }),
    }),
  );
  const built = schemas.build();
  return { entities, schemas: built, unknown: schemas.unknown };
}
