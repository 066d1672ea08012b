import { type JsonObject, objectOf } from '../../../core/json/json.ts';
import { readPointer } from '../../../core/json/pointer.ts';
import { factsKey } from '../../../core/openapi/field-facts.ts';
import { type EntitySummary, Operation, type OperationKind } from '../../../model/index.ts';
import { entityName, sentence, words } from '../../naming/words.ts';
import { type EnvelopeRecord, membersOf, recordsIn, valuesOf } from './envelope-records.ts';
import { readOperationName, type Verb } from './operation-verb.ts';
import { derivedTypes, recordTypes } from './record-types.ts';
import { asksForNothing, inputsOf, keyOfRecord } from './soap-inputs.ts';
import { messagesOf, type SoapMessages } from './soap-messages.ts';
import type { WsdlModel, WsdlOperation } from './wsdl-model.ts';
import type { XsdSchemas } from './xsd-schemas.ts';
import type { Component, XsdSet } from './xsd-set.ts';

interface Draft {
  readonly aliases: Set<string>;
  readonly operations: Partial<Record<OperationKind, Operation>>;
  schemaAt: string | null;
  createAt: string | null;
  updateAt: string | null;
}

/** A call and the record it carries, where its messages and its name agree on one. */
interface Carried {
  readonly verb: Verb;
  readonly noun: string;
  readonly many: boolean;
  readonly operation: WsdlOperation;
  readonly sent: EnvelopeRecord | null;
  readonly answered: EnvelopeRecord | null;
  /** Where what it is sent is described. */
  readonly input: string | null;
}

/** Record types of a service with the operations that read and write them. */
export function soapEntities(
  model: WsdlModel,
  set: XsdSet,
  xsd: XsdSchemas,
  document: JsonObject,
  schemas: JsonObject,
  path: string,
): EntitySummary[] {
  const drafts = new Map<string, Draft>();
  const draft = (name: string): Draft => {
    const known = drafts.get(name) ?? {
      aliases: new Set<string>(),
      operations: {},
      schemaAt: null,
      createAt: null,
      updateAt: null,
    };
    drafts.set(name, known);
    return known;
  };
  const types = recordTypes(set, xsd, document);
  const typeByPointer = new Map(types.map((type) => [type.at, type.component]));
  const families = derivedTypes(set, xsd);
  const bases = new Map([...families].map(([base, derived]) => [xsd.pointer(base), derived]));
  const isFamily = (at: string) => (bases.get(at)?.length ?? 0) > 1;
  const familyNames = new Set([...bases.keys()].filter(isFamily).map(typeName));
  const general: Carried[] = [];
  const single: Carried[] = [];
  for (const operation of model.operations) {
    const call = readCall(operation, document, messagesOf(operation, set, xsd, schemas), isFamily);
    if (call === null) continue;
    const carriesAny = [call.sent, call.answered].some((record) => record !== null && isFamily(record.at));
    if (carriesAny || call.noun === '' || (call.verb === 'delete' && familyNames.has(call.noun)))
      general.push(call);
    // What lists the names of records (`listMetadata`) answers none of them.
    else if (!familyNames.has(call.noun) && (call.answered ?? call.sent) !== null) single.push(call);
  }
  // `add` before `addList`: one record at a time is what a connector wants first.
  general.sort((a, b) => Number(a.many) - Number(b.many));
  const common = general
    .flatMap(({ sent, answered }) => [sent, answered])
    .flatMap((record) => (record !== null && isFamily(record.at) ? (bases.get(record.at) ?? []) : []));
  for (const component of new Set(common)) {
    const name = entityName(component.name) || component.name;
    const target = draft(name);
    target.schemaAt ??= xsd.pointer(component);
    for (const call of general) {
      const at = xsd.pointer(component);
      enter(
        target,
        {
          ...call,
          sent: call.sent && { ...call.sent, at },
          answered: call.answered && { ...call.answered, at },
        },
        path,
      );
    }
  }
  for (const call of single) enter(draft(call.noun), call, path);
  // Where nothing else lists the records, a search that asks for no condition does.
  for (const call of single) {
    if (call.verb === 'search' && call.answered?.many === true && asksForNothing(document, call.input))
      enter(draft(call.noun), { ...call, verb: 'list' }, path);
    if (call.verb === 'get') markKey(call, document);
  }
  const called = [...drafts].flatMap(([name, found]) => {
    const at = found.schemaAt ?? found.createAt ?? found.updateAt;
    const type = at === null ? undefined : typeByPointer.get(at);
    return at === null ? [] : [summary(name, type, at, found, document)];
  });
  if (called.length > 0) return called;
  return typeEntities(set, xsd, document);
}

/** Every type with members as a record type without calls: all that a schema alone tells. */
export function typeEntities(set: XsdSet, xsd: XsdSchemas, document: JsonObject): EntitySummary[] {
  const taken = new Set<string>();
  return recordTypes(set, xsd, document).map(({ component, at }) => {
    let name = entityName(component.name) || component.name;
    if (taken.has(name)) name = component.name;
    for (let count = 2; taken.has(name); count += 1) name = `${component.name}${count}`;
    taken.add(name);
    return summary(name, component, at, null, document);
  });
}

function readCall(
  operation: WsdlOperation,
  document: JsonObject,
  { input, output }: SoapMessages,
  isFamily: (at: string) => boolean,
): Carried | null {
  const named = readOperationName(operation.name);
  if (named === null) return null;
  const pick = (start: string | null): EnvelopeRecord | null => {
    if (start === null) return null;
    const records = recordsIn(document, start, isFamily);
    const noun = named.noun.toLowerCase();
    const family = records.find(({ at }) => isFamily(at));
    if (family !== undefined && (noun === '' || noun === typeName(family.at).toLowerCase())) return family;
    const byName = records.find(({ at }) => typeName(at).toLowerCase() === noun);
    if (byName !== undefined) return byName;
    const close = records.find(
      ({ at }) => noun !== '' && typeName(at).toLowerCase().includes(noun) && valuesOf(document, at) > 1,
    );
    if (close !== undefined) return close;
    // A body of plain values is the record itself.
    if (valuesOf(document, start) > 1) return { path: '', at: start, many: false };
    return records.find(({ at }) => valuesOf(document, at) > 1) ?? records.at(-1) ?? null;
  };
  const writes = named.verb === 'create' || named.verb === 'update' || named.verb === 'upsert';
  const sent = writes ? pick(input) : null;
  const answered = writes || named.verb === 'delete' ? null : pick(output);
  return { ...named, operation, sent, answered, input };
}

/** Notes at the schema of a record by which of its members it is read, where its name alone does not tell. */
function markKey({ answered, input, noun }: Carried, document: JsonObject): void {
  if (answered === null) return;
  const schema = objectOf(readPointer(document, answered.at));
  const names = [noun, typeName(answered.at)];
  const key = keyOfRecord(document, answered.at, inputsOf(document, input), names);
  if (key !== null) schema[factsKey] = { ...objectOf(schema[factsKey]), keys: [key.replaceAll('.', '\\.')] };
}

function typeName(at: string): string {
  return entityName(
    at
      .split('/')
      .at(-1)
      ?.replace(/^(?:element|complexType)\./, '') ?? '',
  );
}

function enter(target: Draft, call: Carried, path: string): void {
  const { verb, operation, sent, answered } = call;
  const kind: OperationKind = verb;
  if (answered !== null) target.schemaAt ??= answered.at;
  if (sent !== null && verb === 'create') target.createAt ??= sent.at;
  if (sent !== null && verb !== 'create') target.updateAt ??= sent.at;
  if (target.operations[kind] !== undefined) return;
  target.operations[kind] = Operation.parse({
    id: operation.name,
    method: 'POST',
    path,
    summary: operation.documentation,
    mediaType: 'text/xml',
    headers: { SOAPAction: operation.name },
    requestAt: sent?.path ?? '',
    responseAt: answered?.path ?? '',
    answers: answered === null ? 'nothing' : verb === 'list' || verb === 'search' ? 'records' : 'record',
    at: `operation ${operation.name}`,
  });
}

function summary(
  name: string,
  type: Component | undefined,
  at: string,
  found: Draft | null,
  document: JsonObject,
): EntitySummary {
  const alias = type?.name;
  const createAt = found?.createAt ?? (found?.operations.create === undefined ? null : at);
  const updateAt = found?.updateAt ?? found?.createAt ?? null;
  return {
    name,
    label: sentence(words(name)),
    aliases: alias === undefined || alias === name ? [] : [alias],
    operations: found?.operations ?? {},
    fieldCount: membersOf(document, at).length,
    schemaAt: at,
    ...(createAt === null ? {} : { createAt }),
    ...(updateAt === null ? {} : { updateAt }),
  };
}
