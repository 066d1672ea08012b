import { property } from '../../../../core/json/json.ts';
import { singular } from '../../../../core/text/singular.ts';
import type { OperationKind } from '../../../../model/index.ts';
import { entityName, words } from '../../../naming/words.ts';
import type { HttpCall } from '../http-call.ts';
import { type PathParts, pathParts } from './path-parts.ts';
import { verbStyle } from './verbs.ts';

/** The calls on one collection of records and on one of its records. */
export interface Resource {
  readonly key: string;
  readonly names: readonly string[];
  readonly onCollection: HttpCall[];
  readonly onItem: HttpCall[];
  /** Searches below the collection: `/contacts/search`. */
  readonly searches: HttpCall[];
  /** Calls whose path says what they do: `/users.list`, `/invoices/create`, `/getOrder`. */
  readonly spoken: { readonly kind: OperationKind; readonly call: HttpCall }[];
  /** Placeholder that names the record: `contactId`. */
  idParameter: string | null;
}

const searchStep = /^(?:_?search|query|find|lookup|filter|list)$/i;

/** Steps that name no records, though they stand before a search. */
const general =
  /^(?:api|rest|service|data|public|private|admin|internal|external|v\d+|crm|erp|search|query|global|all|object|record|resource|entity|item)$/i;

/** One property of a record: `/cards/{id}/{field}`. */
const partOfRecord = /^(?:field|property|attribute|filter|key)(?:_?name)?$/i;

/** Groups the calls by resource, in the order of their paths. */
export function groupCalls(calls: readonly HttpCall[]): Resource[] {
  const parsed = calls
    .map((call) => ({ call, parts: pathParts(call.path) }))
    .filter(({ parts: { steps, lastParameter } }) => {
      return !(steps.at(-2) === '{}' && lastParameter !== null && partOfRecord.test(lastParameter));
    });
  const verbs = verbStyle(parsed);
  const keys = new Set(parsed.map(({ parts }) => parts.key));
  const collections = new Map(parsed.map(({ parts: { key, names } }) => [oneOf(key), { key, names }]));
  const resources = new Map<string, Resource>();
  const resource = (key: string, names: readonly string[]): Resource => {
    let known = resources.get(key);
    if (known === undefined) {
      known = { key, names, onCollection: [], onItem: [], searches: [], spoken: [], idParameter: null };
      resources.set(key, known);
    }
    return known;
  };

  for (const { call, parts } of parsed) {
    if (parts.names.length === 0) continue;
    const parent = parentKey(parts.steps);
    const spoken = verbs({ call, parts });
    if (spoken === 'action' || (spoken !== undefined && isBatch(spoken.key, keys))) continue;
    if (spoken !== undefined) {
      // `/createOrder` beside `/orders` makes one of those.
      const { key, names } = collections.get(oneOf(spoken.key)) ?? spoken;
      resource(key, names).spoken.push({ kind: spoken.kind, call });
    } else if (parts.lastParameter !== null && !isCollection(parts, keys)) {
      const of = resource(parent, parts.names);
      of.onItem.push(call);
      of.idParameter ??= parts.lastParameter;
    } else if (isSearchOf(parent, call, parts, keys)) {
      resource(parent, parts.names.slice(0, -1)).searches.push(call);
    } else {
      resource(parts.key, parts.names).onCollection.push(call);
    }
  }
  return [...resources.values()];
}

/**
 * Does `/contacts/search` search the contacts? Beside `/contacts` or `/contacts/{id}` it does; alone where the step before
 * names many things, or the call itself names them (`/crm/search` may search anything).
 */
function isSearchOf(
  parent: string,
  call: HttpCall,
  { names, steps }: PathParts,
  keys: ReadonlySet<string>,
): boolean {
  if (names.length < 2 || !searchStep.test(steps.at(-1) ?? '')) return false;
  if (keys.has(`${parent}/{}`)) return true;
  if (parent.endsWith('{}')) return false;
  if (keys.has(parent)) return true;
  const step = steps.at(-2) ?? '';
  if (step !== names.at(-2) || (call.method !== 'GET' && call.method !== 'POST')) return false;
  const spoken = words(step).map((word) => singular(word));
  if (spoken.length === 0 || spoken.some((word) => general.test(word))) return false;
  return singular(step) !== step || said(call).includes(` ${spoken.join(' ')} `);
}

/** The words of a call's id and of the schemas that its answer names, each in the singular. */
function said({ operationId, response }: HttpCall): string {
  const node = response?.schema.node;
  const items = property(node, 'items');
  const refs = [node, items].map((each) => String(property(each, '$ref') ?? '').replace(/^.*\//, ''));
  const all = [operationId ?? '', ...refs].flatMap((name) => words(name).map((word) => singular(word)));
  return ` ${all.join(' ')} `;
}

/** `/contacts/batch/create` beside `/contacts` is about many contacts, not about batches. */
function isBatch(key: string, keys: ReadonlySet<string>): boolean {
  const steps = key.split('/');
  return /^(?:batch|bulk)$/i.test(steps.at(-1) ?? '') && keys.has(steps.slice(0, -1).join('/'));
}

/** `/objects/{type}` is a collection when there is `/objects/{type}/{id}` and nothing is kept at `/objects`. */
function isCollection({ key, steps }: PathParts, keys: ReadonlySet<string>): boolean {
  return keys.has(`${key}/{}`) && !keys.has(parentKey(steps));
}

/** A key with its last step in the singular and without marks between words: `/line-items` → `/lineitem`. */
function oneOf(key: string): string {
  const steps = key.split('/');
  return [...steps.slice(0, -1), entityName(steps.at(-1) ?? '').toLowerCase()].join('/');
}

function parentKey(steps: readonly string[]): string {
  return `/${steps.slice(0, -1).join('/')}`;
}
