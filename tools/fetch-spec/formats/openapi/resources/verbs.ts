import { singular } from '../../../../core/text/singular.ts';
import type { OperationKind } from '../../../../model/index.ts';
import { entityName, words } from '../../../naming/words.ts';
import type { HttpCall } from '../http-call.ts';
import type { PathParts } from './path-parts.ts';

/** What a call does with which records, told by the verb in its path. */
export interface Spoken {
  readonly key: string;
  readonly names: readonly string[];
  readonly kind: OperationKind;
}

const kinds: Readonly<Record<string, OperationKind>> = {
  list: 'list',
  index: 'list',
  get: 'get',
  info: 'get',
  read: 'get',
  retrieve: 'get',
  show: 'get',
  fetch: 'get',
  create: 'create',
  add: 'create',
  insert: 'create',
  update: 'update',
  edit: 'update',
  modify: 'update',
  set: 'update',
  upsert: 'upsert',
  delete: 'delete',
  remove: 'delete',
  destroy: 'delete',
  search: 'search',
  find: 'search',
};
/** Steps that are verbs beyond doubt where they stand alone behind a resource: `/invoices/create`. */
const alone = new Set([
  'list',
  'get',
  'fetch',
  'retrieve',
  'create',
  'add',
  'update',
  'edit',
  'modify',
  'upsert',
  'delete',
  'remove',
  'destroy',
]);
/** As many calls of a style, and as large a share, make it the style of the document. */
const least = 3;
const share = 0.4;

/** A call and its path in parts. */
export interface ParsedCall {
  readonly call: HttpCall;
  readonly parts: PathParts;
}
type Reader = (parsed: ParsedCall) => Spoken | 'action' | undefined;

/** How verbs in the paths of a document are to be read. A call that does something else with records is an `action`. */
export function verbStyle(calls: readonly ParsedCall[]): Reader {
  const steps = calls.map(({ parts }) => lastLiteral(parts));
  const share = (is: (step: string) => boolean) => steps.filter(is).length;
  const dotted = isStyle(share(isDotted), steps.length);
  const leading = isStyle(
    share((step) => verbOf(words(step)) !== undefined && words(step).length > 1),
    steps.length,
  );
  const isClear = clearVerbs(calls);
  return ({ call, parts }) => {
    const called = colonVerb(parts) ?? dottedVerb(parts, dotted);
    if (called !== undefined) return called;
    const spoken = leading || isClear(call) ? leadingVerb(parts) : undefined;
    return dotted ? spoken : (spoken ?? trailingVerb(parts));
  };
}

/**
 * Which calls of a document that is not written so begin with a verb beyond doubt: `/getOrder`, but not `/update-history`.
 * Below a record (`/users/{id}/updatePassword`) only what is read as well is a record.
 */
function clearVerbs(calls: readonly ParsedCall[]): (call: HttpCall) => boolean {
  const spoken = calls.flatMap(({ call, parts }) => {
    const said = leadingVerb(parts);
    return said !== undefined && fits(said.kind, call) ? [{ call, parts, said }] : [];
  });
  const verbs = new Map<string, Set<OperationKind>>();
  for (const { said } of spoken) verbs.set(said.key, (verbs.get(said.key) ?? new Set()).add(said.kind));
  const clear = spoken.filter(({ call, parts, said }) => {
    const kinds = verbs.get(said.key) ?? new Set();
    const isRead = kinds.has('get') || kinds.has('list');
    if (said.key.includes('{}') && !isRead) return false;
    const step = lastLiteral(parts);
    const [verb = ''] = words(step);
    // No name of a record begins with it.
    if (verb === 'get' || kinds.size > 1) return true;
    const isOperation = words(call.operationId ?? '').join(' ') === words(step).join(' ');
    return alone.has(verb) && (isOperation || /^[a-z]+[A-Z]/.test(step));
  });
  const found = new Set(clear.map(({ call }) => call));
  return (call) => found.has(call);
}

/** Can a call by this method do that? `GET /updateHistory` updates nothing. */
function fits(kind: OperationKind, { method }: HttpCall): boolean {
  if (kind === 'get' || kind === 'list' || kind === 'search') return method === 'GET' || method === 'POST';
  return kind === 'delete' ? method !== 'GET' && method !== 'PATCH' : method !== 'GET' && method !== 'DELETE';
}

function isStyle(count: number, of: number): boolean {
  return count >= least && count >= of * share;
}

/** `/users.list`, `/admin.teams.create`; `/users.unfurl` only where the whole document is written so. */
function dottedVerb({ steps }: PathParts, isStyle: boolean): Spoken | 'action' | undefined {
  const step = steps.at(-1) ?? '';
  if (!isDotted(step)) return undefined;
  const names = step.split('.');
  const verb = words(names.pop() ?? '');
  const kind = verb.length === 1 ? verbOf(verb) : undefined;
  if (kind === undefined) return isStyle ? 'action' : undefined;
  return { key: keyOf([...steps.slice(0, -1), ...names]), names, kind };
}

/** `/customers:search`, `/documents:batchGet`. */
function colonVerb({ steps }: PathParts): Spoken | 'action' | undefined {
  const [, name, verb] = /^([A-Za-z][\w.-]*):([A-Za-z]\w*)$/.exec(steps.at(-1) ?? '') ?? [];
  if (name === undefined || verb === undefined) return undefined;
  const kind = verbOf([verb.toLowerCase()]);
  return kind === undefined ? 'action' : { key: keyOf([...steps.slice(0, -1), name]), names: [name], kind };
}

/** `/getOrder`, `/list-invoices`, `/createOrUpdateContact`, `/DeleteContactById/{id}`. */
function leadingVerb({ steps }: PathParts): Spoken | undefined {
  const literal = steps.at(-1) === '{}' ? steps.slice(0, -1) : steps;
  const { kind, rest } = leadingKind(words(literal.at(-1) ?? ''));
  const end = rest.findIndex((word) => word === 'by' || word === 'all');
  // `/contact/getById`: the resource stands before.
  if (rest[end] === 'by' && end === 0) return undefined;
  const name = (end > 0 ? rest.slice(0, end) : rest).filter((word) => word !== 'all');
  if (kind === undefined || name.length === 0) return undefined;
  // `getOrders` reads a list, and belongs to the `order` that `getOrder` reads.
  const last = name.at(-1) ?? '';
  const many = kind === 'get' && steps.at(-1) !== '{}' && end !== 0 && singular(last) !== last;
  const noun = [...name.slice(0, -1), singular(last)].join('-');
  const before = literal.slice(0, -1);
  // `/accounts/listAccountsByOwner` is about those accounts.
  const isSame = entityName(before.at(-1) ?? '') === entityName(noun);
  return {
    key: keyOf(isSame ? before : [...before, noun]),
    names: isSame ? before.slice(-1) : [noun],
    kind: many ? 'list' : kind,
  };
}

/** What the words of a step say first: `create or update` is one verb. */
function leadingKind(phrase: readonly string[]): {
  kind: OperationKind | undefined;
  rest: readonly string[];
} {
  const [first, or, second] = phrase;
  const pair = [verbOf([first ?? '']), verbOf([second ?? ''])];
  if (or === 'or' && pair.includes('create') && (pair.includes('update') || second === 'replace'))
    return { kind: 'upsert', rest: phrase.slice(3) };
  return { kind: verbOf([first ?? '']), rest: phrase.slice(1) };
}

/** `/invoices/create`, `/invoices/update/{id}`, `/invoice/getAll`, `/Invoice/FindById/{id}`. */
function trailingVerb({ steps, names }: PathParts): Spoken | undefined {
  const literal = steps.at(-1) === '{}' ? steps.slice(0, -1) : steps;
  const phrase = words(literal.at(-1) ?? '');
  const resource = literal.slice(0, -1);
  const before = resource.at(-1);
  if (before === undefined || before === '{}' || names.length < 2 || before !== names.at(-2))
    return undefined;
  const kind = kindOfPhrase(phrase);
  return kind === undefined ? undefined : { key: keyOf(resource), names: names.slice(0, -1), kind };
}

/** What a step says that names nothing: `create`, `get all`, `find by email`. */
function kindOfPhrase([verb = '', next, ...more]: readonly string[]): OperationKind | undefined {
  const kind = verbOf([verb]);
  if (next === undefined) return alone.has(verb) ? kind : undefined;
  const isRead = kind === 'get' || kind === 'search' || kind === 'list';
  if (next === 'all' && more.length === 0) return isRead ? 'list' : undefined;
  return next === 'by' && /^(?:id|key|uuid|guid)$/.test(more.join('')) && kind === 'search'
    ? 'get'
    : byKey(next, kind);
}

/** `get by …`, `delete by …`. */
function byKey(next: string, kind: OperationKind | undefined): OperationKind | undefined {
  return next === 'by' && kind !== 'create' ? kind : undefined;
}

function verbOf([verb = '']: readonly string[]): OperationKind | undefined {
  return Object.hasOwn(kinds, verb) ? kinds[verb] : undefined;
}

function isDotted(step: string): boolean {
  return /^[A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*)+$/.test(step);
}

function lastLiteral({ steps }: PathParts): string {
  return steps.findLast((step) => step !== '{}') ?? '';
}

function keyOf(steps: readonly string[]): string {
  return `/${steps.join('/')}`;
}
