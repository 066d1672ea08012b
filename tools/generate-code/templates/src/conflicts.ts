import { createHash } from 'node:crypto';
import { readPath } from './json.ts';
import { RecordError } from './record-error.ts';
import type { Seen } from './state.ts';
import type { PreparedRecord, Settled } from './systems.ts';

type Path = readonly string[];

/** Fields with a rule for when both sides have changed them; for all others the source's value stands. */
export interface ConflictRules {
  /** Written only where the target has no value. */
  readonly target: readonly Path[];
  /** The value of the record that was changed last stands. */
  readonly newest: readonly Path[];
  /** A person decides: the record goes to the dead letters. */
  readonly ask: readonly Path[];
}

export interface Look {
  /** The target's record as it is now; undefined where the API cannot be asked for it. */
  readonly current: unknown;
  readonly updatedAt: Date | undefined;
  readonly seen: Seen;
  /** A person has looked: the source's value is taken. */
  readonly confirmed: boolean;
}

/** Our record without the fields that stay as the target has them. Throws `RecordError` where a person must decide. */
export function settleConflicts<Record>(
  item: PreparedRecord<Record>,
  rules: ConflictRules,
  look: Look,
): Settled<Record> {
  let record: unknown = item.record;
  const seen: { [path: string]: readonly [ours: string, theirs: string] } = {};
  for (const path of rules.target) {
    if (look.current === undefined || !isEmpty(readPath(look.current, path))) record = without(record, path);
  }
  for (const path of [...rules.newest, ...rules.ask]) {
    const name = path.join('.');
    const ours = readPath(item.record, path);
    const before = look.seen[name];
    if (ours === undefined) {
      if (before !== undefined) seen[name] = before;
      continue;
    }
    const theirs = readPath(look.current, path);
    const now = [mark(ours, ours), mark(theirs, ours)] as const;
    if (takesOurs(name, now, before, { isNewest: rules.newest.includes(path), ours, theirs }, item, look)) {
      // An empty value is sent only over one of ours.
      seen[name] = ours === null && before === undefined ? now : [now[0], now[0]];
    } else {
      seen[name] = now;
      record = without(record, path);
    }
  }
  return { record: (record ?? {}) as Record, seen };
}

/** What is remembered of a record that was written as it is. */
export function marksOf(record: unknown, { newest, ask }: ConflictRules): Seen {
  return Object.fromEntries(
    [...newest, ...ask].flatMap((path) => {
      const value = readPath(record, path);
      if (value === undefined) return [];
      const own = mark(value, value);
      return [[path.join('.'), [own, own] as const]];
    }),
  );
}

function takesOurs(
  name: string,
  [ours, theirs]: readonly [string, string],
  before: readonly [string, string] | undefined,
  field: { readonly isNewest: boolean; readonly ours: unknown; readonly theirs: unknown },
  { updatedAt }: PreparedRecord<unknown>,
  look: Look,
): boolean {
  if (look.confirmed || ours === theirs) return true;
  if (before === undefined && (isEmpty(field.ours) || isEmpty(field.theirs))) return true;
  // Nothing new here, perhaps there: also what was settled once stays so.
  if (before?.[0] === ours) return false;
  if (before?.[1] === theirs) return true;
  if (!field.isNewest) throw new RecordError(name, `conflict: ${name} was changed on both sides`);
  if (updatedAt === undefined || look.updatedAt === undefined) {
    throw new RecordError(name, `conflict: ${name} was changed on both sides, and one does not say when`);
  }
  return updatedAt.getTime() > look.updatedAt.getTime();
}

/** A value as a hash: what is kept between runs tells nobody what it was. Of a group, the parts that `like` has. */
function mark(value: unknown, like: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(comparable(value, like)))
    .digest('base64url');
}

function comparable(value: unknown, like: unknown): unknown {
  if (isEmpty(value)) return '';
  if (typeof value !== 'object' || value === null) return String(value).trim();
  if (Array.isArray(value)) return value.map((element) => comparable(element, element));
  const names = Object.keys(typeof like === 'object' && like !== null ? like : value).sort();
  return names.map((name) => [name, comparable(readPath(value, [name]), readPath(like, [name]))]);
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}

/** Without the value at a path, and without the groups that are then empty; undefined when nothing is left. */
function without(record: unknown, [head, ...rest]: Path): unknown {
  if (head === undefined) return undefined;
  if (typeof record !== 'object' || record === null || !Object.hasOwn(record, head)) return record;
  const inner = without(readPath(record, [head]), rest);
  const entries = Object.entries(record)
    .map(([name, value]) => [name, name === head ? inner : value] as const)
    .filter(([, value]) => value !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
