import { singular } from '../../../../core/text/singular.ts';
import { words } from '../../../naming/words.ts';

export type MethodKind = 'list' | 'get' | 'create' | 'update' | 'upsert' | 'delete' | 'search';

const verbs: ReadonlyMap<string, MethodKind> = new Map([
  ['list', 'list'],
  ['get', 'get'],
  ['read', 'get'],
  ['fetch', 'get'],
  ['create', 'create'],
  ['insert', 'create'],
  ['add', 'create'],
  ['register', 'create'],
  ['update', 'update'],
  ['patch', 'update'],
  ['modify', 'update'],
  ['edit', 'update'],
  ['upsert', 'upsert'],
  ['save', 'upsert'],
  ['put', 'upsert'],
  ['delete', 'delete'],
  ['remove', 'delete'],
  ['search', 'search'],
  ['find', 'search'],
  ['query', 'search'],
]);

/** `ListTopics` → list, `topic`: what a method does, with which record, by its name. Undefined for methods of other kinds. */
export function methodIntent(name: string): { kind: MethodKind; noun: string; many: boolean } | undefined {
  const [verb = '', ...rest] = words(name);
  const kind = verbs.get(verb);
  const last = rest.at(-1);
  if (kind === undefined || last === undefined) return undefined;
  const one = singular(last);
  // `GetAllUsers`, `ListAllUsers`.
  const noun = [...rest.slice(0, -1).filter((word) => word !== 'all'), one].join(' ');
  const many = one !== last;
  return { kind: kind === 'get' && many ? 'list' : kind, noun, many };
}
