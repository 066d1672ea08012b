import { words } from '../../../naming/words.ts';
import { nounOf } from './name-score.ts';

export type WriteKind = 'create' | 'update' | 'upsert' | 'delete';

/** What a mutation does, to which record, by its name alone. */
export interface MutationIntent {
  readonly kind: WriteKind;
  /** The record in lower-case words, one of them: `product variant`. */
  readonly noun: string;
  /** `set` writes the whole record or only sets something: its arguments have to tell. */
  readonly doubtful: boolean;
  /** Names it many records? */
  readonly many: boolean;
}

const verbs: ReadonlyMap<string, WriteKind> = new Map([
  ['create', 'create'],
  ['add', 'create'],
  ['insert', 'create'],
  ['new', 'create'],
  ['update', 'update'],
  ['edit', 'update'],
  ['modify', 'update'],
  ['patch', 'update'],
  ['upsert', 'upsert'],
  ['save', 'upsert'],
  ['set', 'upsert'],
  ['delete', 'delete'],
  ['remove', 'delete'],
  ['destroy', 'delete'],
]);
const several = new Set(['bulk', 'many', 'batch', 'multiple', 'mass']);

/**
 * `customerCreate`, `createCustomer`, `insert_customers_one` → create a customer. Undefined where the verb stands in the
 * middle (`companyAssignCustomerAsContact`) or there is none.
 */
export function mutationIntent(name: string): MutationIntent | undefined {
  let parts = words(name);
  let many = parts.some((word) => several.has(word));
  parts = parts.filter((word) => !several.has(word));
  if (/ by (?:pk|id|node id)$/.test(` ${parts.join(' ')}`)) parts = parts.slice(0, parts.lastIndexOf('by'));
  // `createOneUser`, `insert_users_one`.
  parts = parts.filter((word) => word !== 'one');
  const either = eitherWay(parts);
  const first = verbs.get(parts[0] ?? '');
  const last = verbs.get(parts.at(-1) ?? '');
  const kind = either?.kind ?? first ?? last;
  if (kind === undefined) return undefined;
  const verb = first === undefined ? parts.at(-1) : parts[0];
  const rest = either?.rest ?? (first === undefined ? parts.slice(0, -1) : parts.slice(1));
  if (rest.length === 0) return undefined;
  const noun = nounOf(rest);
  many ||= noun !== rest.join(' ');
  return { kind, noun, doubtful: verb === 'set', many };
}

/** `createOrUpdateContact`, `contactCreateOrUpdate`. */
function eitherWay(parts: readonly string[]): { kind: WriteKind; rest: readonly string[] } | undefined {
  const or = parts.indexOf('or');
  if (or < 1 || or > parts.length - 2) return undefined;
  const kinds = [verbs.get(parts[or - 1] ?? ''), verbs.get(parts[or + 1] ?? '')];
  if (!kinds.includes('create') || !kinds.includes('update')) return undefined;
  if (or === 1) return { kind: 'upsert', rest: parts.slice(3) };
  return or === parts.length - 2 ? { kind: 'upsert', rest: parts.slice(0, or - 1) } : undefined;
}
