import type { ValueKind } from '../../model/index.ts';
import { splitIdentifier } from '../words/split-identifier.ts';

/** In which form a field gives what it is about: its id, its name, the date of it, whether it is so, how many. */
export type ValueForm =
  | 'id'
  | 'name'
  | 'type'
  | 'date'
  | 'url'
  | 'flag'
  | 'count'
  | 'code'
  | 'status'
  | 'amount';

const byLastWord: ReadonlyMap<string, ValueForm> = new Map(
  (
    [
      ['id', 'id ids uuid guid gid oid rid uid identifier'],
      ['name', 'name names title label'],
      ['type', 'type types kind class category'],
      ['date', 'date dates datetime timestamp time stamp dt modstamp'],
      ['url', 'url uri urls link href permalink'],
      ['count', 'count counts'],
      ['code', 'code codes'],
      ['status', 'status state stage'],
      ['amount', 'amount amt price cost cents'],
    ] as const
  ).flatMap(([form, words]) => words.split(' ').map((word): [string, ValueForm] => [word, form])),
);

/** The form that the last step of a path and the type of its value tell; null when neither does. */
export function valueFormOf(name: string, kind: ValueKind, format: string | null): ValueForm | null {
  if (kind === 'boolean') return 'flag';
  if (kind === 'date') return 'date';
  if (format === 'uri' || format === 'url') return 'url';
  const words = splitIdentifier(name).filter((word) => !/^\d+$/.test(word));
  const last = words.at(-1) ?? '';
  // `closed_at`, `due_on`; `is_active`.
  if (words.length > 1 && (last === 'at' || last === 'on') && kind !== 'number') return 'date';
  if (words.length > 1 && (words[0] === 'is' || words[0] === 'has')) return 'flag';
  if (words[0] === 'num' || (words[0] === 'number' && words[1] === 'of')) return 'count';
  const form = byLastWord.get(last) ?? null;
  // What says "date" and is a number is one; what says "name" and is a number is something else.
  return kind === 'number' && (form === 'name' || form === 'url') ? null : form;
}
