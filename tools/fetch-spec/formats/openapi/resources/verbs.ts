import type { OperationKind } from '../../../../model/index.ts';
import { words } from '../../../naming/words.ts';
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
const alone = new Set(['list', 'create', 'add', 'update', 'edit', 'delete', 'remove', 'upsert']);
/** As many calls of a style, and as large a share, make it the style of the document. */
const least = 3;
const share = 0.4;

type Reader = (call: HttpCall, parts: PathParts) => Spoken | 'action' | undefined;

/** How verbs in the paths of a document are to be read. A call that does something else with records is an `action`. */
export function verbStyle(calls: readonly HttpCall[]): Reader {
  const steps = calls.map(({ path }) => lastLiteral(path));
  const dotted = steps.filter((step) => isDotted(step)).length;
  const leading = steps.filter((step) => verbOf(words(step)) !== undefined && words(step).length > 1).length;
  const isStyle = (count: number) => count >= least && count >= steps.length * share;
  return (_, parts) => {
    if (isStyle(dotted)) return dottedVerb(parts);
    if (isStyle(leading)) return leadingVerb(parts) ?? trailingVerb(parts);
    return trailingVerb(parts);
  };
}

/** `/users.list`, `/admin.teams.create`. */
function dottedVerb({ steps }: PathParts): Spoken | 'action' | undefined {
  const step = steps.at(-1) ?? '';
  if (!isDotted(step)) return undefined;
  const names = step.split('.');
  const verb = words(names.pop() ?? '');
  const kind = verb.length === 1 ? verbOf(verb) : undefined;
  return kind === undefined ? 'action' : { key: keyOf([...steps.slice(0, -1), ...names]), names, kind };
}

/** `/getOrder`, `/list-invoices`, `/DeleteContactById/{id}`. */
function leadingVerb({ steps }: PathParts): Spoken | undefined {
  const literal = steps.at(-1) === '{}' ? steps.slice(0, -1) : steps;
  const [verb = '', ...rest] = words(literal.at(-1) ?? '');
  const kind = verbOf([verb]);
  const end = rest.findIndex((word) => word === 'by' || word === 'all');
  const name = (end > 0 ? rest.slice(0, end) : rest).filter((word) => word !== 'all');
  if (kind === undefined || name.length === 0) return undefined;
  // `getOrders` reads a list, and belongs to the `order` that `getOrder` reads.
  const many = kind === 'get' && steps.at(-1) !== '{}' && end !== 0 && /[^s]s$/.test(name.at(-1) ?? '');
  const one = [...name.slice(0, -1), (name.at(-1) ?? '').replace(/([^su])s$/, '$1')];
  const noun = one.join('-');
  return { key: keyOf([...literal.slice(0, -1), noun]), names: [noun], kind: many ? 'list' : kind };
}

/** `/invoices/create`, `/invoices/update/{id}`. */
function trailingVerb({ steps, names }: PathParts): Spoken | undefined {
  const literal = steps.at(-1) === '{}' ? steps.slice(0, -1) : steps;
  const verb = literal.at(-1)?.toLowerCase() ?? '';
  const resource = literal.slice(0, -1);
  const before = resource.at(-1);
  if (!alone.has(verb) || before === undefined || before === '{}' || names.length < 2) return undefined;
  const kind = kinds[verb];
  return kind === undefined || before !== names.at(-2)
    ? undefined
    : { key: keyOf(resource), names: names.slice(0, -1), kind };
}

function verbOf([verb = '']: readonly string[]): OperationKind | undefined {
  return Object.hasOwn(kinds, verb) ? kinds[verb] : undefined;
}

function isDotted(step: string): boolean {
  return /^[A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*)+$/.test(step);
}

function lastLiteral(path: string): string {
  return path.split('/').findLast((step) => step !== '' && !step.includes('{')) ?? '';
}

function keyOf(steps: readonly string[]): string {
  return `/${steps.join('/')}`;
}
