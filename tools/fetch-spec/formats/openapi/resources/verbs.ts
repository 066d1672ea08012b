import type { OperationKind } from '../../../../model/index.ts';
import { words } from '../../../naming/words.ts';
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

type Reader = (parts: PathParts) => Spoken | 'action' | undefined;

/** How verbs in the paths of a document are to be read. A call that does something else with records is an `action`. */
export function verbStyle(paths: readonly PathParts[]): Reader {
  const steps = paths.map((parts) => lastLiteral(parts));
  const share = (is: (step: string) => boolean) => steps.filter(is).length;
  const dotted = isStyle(share(isDotted), steps.length);
  const leading = isStyle(
    share((step) => verbOf(words(step)) !== undefined && words(step).length > 1),
    steps.length,
  );
  return (parts) => {
    const called = colonVerb(parts) ?? dottedVerb(parts, dotted);
    if (called !== undefined || dotted) return called;
    return (leading ? leadingVerb(parts) : undefined) ?? trailingVerb(parts);
  };
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

/** `/getOrder`, `/list-invoices`, `/DeleteContactById/{id}`. */
function leadingVerb({ steps }: PathParts): Spoken | undefined {
  const literal = steps.at(-1) === '{}' ? steps.slice(0, -1) : steps;
  const [verb = '', ...rest] = words(literal.at(-1) ?? '');
  const kind = verbOf([verb]);
  const end = rest.findIndex((word) => word === 'by' || word === 'all');
  // `/contact/getById`: the resource stands before.
  if (rest[end] === 'by' && end === 0) return undefined;
  const name = (end > 0 ? rest.slice(0, end) : rest).filter((word) => word !== 'all');
  if (kind === undefined || name.length === 0) return undefined;
  // `getOrders` reads a list, and belongs to the `order` that `getOrder` reads.
  const many = kind === 'get' && steps.at(-1) !== '{}' && end !== 0 && /[^s]s$/.test(name.at(-1) ?? '');
  const one = [...name.slice(0, -1), (name.at(-1) ?? '').replace(/([^su])s$/, '$1')];
  const noun = one.join('-');
  return { key: keyOf([...literal.slice(0, -1), noun]), names: [noun], kind: many ? 'list' : kind };
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
