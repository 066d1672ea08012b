import { camelCase, entityName, words } from '../../naming/words.ts';

export type Verb = 'list' | 'get' | 'create' | 'update' | 'upsert' | 'delete' | 'search';

const verbs: Readonly<Record<Verb, readonly string[]>> = {
  get: ['get', 'read', 'retrieve', 'fetch', 'load', 'info', 'view'],
  list: ['list'],
  search: ['search', 'query', 'find'],
  create: ['create', 'add', 'insert', 'new'],
  update: ['update', 'modify', 'edit', 'change', 'set', 'patch', 'replace'],
  upsert: ['upsert', 'save', 'put', 'merge'],
  delete: ['delete', 'remove', 'destroy'],
};
const verbOf = new Map<string, Verb>(
  (Object.keys(verbs) as Verb[]).flatMap((verb) => verbs[verb].map((word): [string, Verb] => [word, verb])),
);

/** Words that say how, and not what. */
const manner = new Set([
  'list',
  'all',
  'async',
  'sync',
  'bulk',
  'batch',
  'multiple',
  'record',
  'records',
  'object',
  'objects',
  'entity',
  'entities',
  'details',
  'detail',
  'info',
  'v1',
  'v2',
  'v3',
  'data',
]);
const batch = new Set(['list', 'bulk', 'batch', 'multiple', 'async']);

export interface NamedOperation {
  readonly verb: Verb;
  /** `salesOrder`; '' when the operation is for whatever record it is given (`add`). */
  readonly noun: string;
  readonly many: boolean;
}

/** What an operation's name says: `getSalesOrders` → get, salesOrder, many. Null when it has no verb of records. */
export function readOperationName(name: string): NamedOperation | null {
  const parts = words(name);
  const by = parts.findIndex((word, index) => index > 0 && ['by', 'with', 'for', 'from'].includes(word));
  const whole = by < 0 ? parts : parts.slice(0, by);
  // `asyncAddList` is `addList`, later.
  const said = ['async', 'sync', 'bulk', 'batch'].includes(whole[0] ?? '') ? whole.slice(1) : whole;
  const first = verbOf.get(said[0] ?? '');
  const last = verbOf.get(said.at(-1) ?? '');
  const verb = first ?? last;
  if (verb === undefined) return null;
  const rest = first === undefined ? said.slice(0, -1) : said.slice(1);
  // `searchMore`, `queryMore` go on with what another call began.
  if (rest[0] === 'more' || rest[0] === 'next') return null;
  // `getAsyncResult` asks after a job.
  if (rest.includes('async') && rest.some((word) => /^(?:results?|status|job)$/.test(word))) return null;
  const noun = rest.filter((word, index) => index < rest.length && !manner.has(word));
  const plain = camelCase(noun);
  const one = entityName(plain);
  const many =
    rest.some((word) => batch.has(word) || word === 'all') ||
    (plain !== one && plain !== '') ||
    said[0] === 'list';
  if (verb !== 'get' || !many) return { verb, noun: one, many };
  // Without a noun, `getList` reads the records whose ids it is given.
  if (one === '') return rest.includes('all') ? null : { verb, noun: '', many };
  return { verb: 'list', noun: one, many };
}
