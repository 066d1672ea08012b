import { singular } from '../../../core/text/singular.ts';
import type { OperationKind } from '../../../model/index.ts';
import { camelCase, words } from '../../naming/words.ts';
import { mutationIntent } from '../graphql/operations/mutation-intent.ts';

/** What the last step of a path says that a call does, and with what: `candidate.list`, `searchOrders`, `query`. */
export interface CallWords {
  readonly kind: OperationKind | null;
  /** `candidate`; null when the step is a verb or a general word only. */
  readonly noun: string | null;
}

const reading: ReadonlyMap<string, OperationKind> = new Map([
  ['list', 'list'],
  ['all', 'list'],
  ['search', 'search'],
  ['find', 'search'],
  ['query', 'search'],
  ['lookup', 'search'],
  ['filter', 'search'],
  ['get', 'get'],
  ['info', 'get'],
  ['fetch', 'get'],
  ['retrieve', 'get'],
  ['read', 'get'],
]);
/** Steps that name neither an action nor a kind of records. */
const general =
  /^(?:data|scroll|cursor|statements?|custom|execute|exec|run|export|incremental|rpc|jsonrpc|graphql|v?\d[\d.]*|records?|objects?|services?|api|rest)$/i;

/** Undefined when the step is an ordinary name. In a `field` of GraphQL a verb may stand at the end: `orderCreate`. */
export function callWords(step: string, field = false): CallWords | undefined {
  const plain = step.replace(/\.(?:json|xml|php)$/i, '');
  const parts = words(plain);
  const [first = ''] = parts;
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) {
    const kind = reading.get(first) ?? (first === 'upsert' ? 'upsert' : undefined);
    if (kind !== undefined) return { kind, noun: null };
    return general.test(plain) ? { kind: null, noun: null } : undefined;
  }
  const written = mutationIntent(plain);
  // A verb at the end counts after a dot only: `/price-list` and `/data-set` are names.
  if (
    written !== undefined &&
    (field || /\.[A-Za-z]+$/.test(plain) || first !== written.noun.split(' ')[0])
  ) {
    return { kind: written.kind, noun: camelCase(written.noun.split(' ')) };
  }
  const before = reading.get(first);
  if (before !== undefined && /^[a-z]+(?:[A-Z]|[._-])/.test(plain)) {
    return { kind: kindOf(before, last), noun: nounOf(parts.slice(1)) };
  }
  const after = /\.[A-Za-z]+$/.test(plain) ? reading.get(last) : undefined;
  return after === undefined ? undefined : { kind: after, noun: nounOf(parts.slice(0, -1)) };
}

/** Is it no name of records? */
export function isGeneral(step: string): boolean {
  return general.test(step) || reading.has(step.toLowerCase());
}

/** `getOrders` lists, `getOrder` does not. */
function kindOf(kind: OperationKind, last: string): OperationKind {
  return kind === 'get' && singular(last) !== last ? 'list' : kind;
}

function nounOf(parts: readonly string[]): string | null {
  const named = parts.filter((part) => part !== 'all');
  const last = named.at(-1);
  return last === undefined ? null : camelCase([...named.slice(0, -1), singular(last)]);
}
