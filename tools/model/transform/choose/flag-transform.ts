import type { EnumValue, Field } from '../../field.ts';
import { castValue } from '../cast.ts';
import { enumKey } from '../enum-key.ts';
import type { Transform } from '../transform.ts';
import { TransformError } from '../transform-error.ts';
import { valueKind } from '../value-kind.ts';
import { areSynonyms } from '../value-synonyms.ts';
import { areOpposite, flagWords, oppositesOf } from './flag-words.ts';
import { isIdName, nameWords } from './name-words.ts';

/** Yes-or-no made of something else, of its opposite, or into a listed value. Null for other pairs. */
export function flagTransform(source: Field, target: Field): Transform | null {
  if (target.type === 'boolean') return toFlag(source, target);
  return source.type === 'boolean' && target.enum.length > 0 ? fromFlag(source, target) : null;
}

function toFlag(source: Field, target: Field): Transform | null {
  const wanted = flagWords(target);
  if (source.type === 'boolean') return areOpposite(flagWords(source), wanted) ? turned : null;
  if (source.enum.length > 0) return listedToFlag(source.enum, wanted);
  const kind = valueKind(source);
  // `deleted_at` is filled once the record is deleted.
  if (kind === 'date' || isMoment(source)) {
    const opposite = areOpposite(flagWords(source), wanted);
    return { kind: 'conditional', equals: null, match: !opposite, otherwise: opposite, present: true };
  }
  // As everywhere in computing, zero is no.
  if (kind === 'number' && !isIdName(source)) {
    return { kind: 'conditional', equals: 0, match: false, otherwise: true };
  }
  return null;
}

const turned: Transform = { kind: 'conditional', equals: true, match: false, otherwise: true };

function isMoment(field: Field): boolean {
  const words = nameWords(field);
  return words.length > 1 && ['at', 'time', 'date', 'on'].includes(words.at(-1) ?? '');
}

function listedToFlag(values: readonly EnumValue[], wanted: string): Transform | null {
  if (values.every(({ value }) => isBooleanWord(value))) return null;
  const opposite = oppositesOf(wanted);
  const yes = values.filter((value) => isWordFor(value, [wanted]));
  if (yes.length > 0) return listed(yes, true);
  const no = values.filter((value) => isWordFor(value, opposite));
  return no.length === 0 ? null : listed(no, false);
}

function listed(values: readonly EnumValue[], match: boolean): Transform {
  const [first, ...more] = values.map(({ value }) => value);
  return {
    kind: 'conditional',
    equals: first ?? null,
    match,
    otherwise: !match,
    ...(more.length === 0 ? {} : { anyOf: more }),
  };
}

function fromFlag(source: Field, target: Field): Transform | null {
  if (target.enum.every(({ value }) => isBooleanWord(value))) return null;
  const flag = flagWords(source);
  const yes = target.enum.find((value) => isWordFor(value, [flag]));
  const no = target.enum.find((value) => value !== yes && isWordFor(value, oppositesOf(flag)));
  const other = (known: EnumValue | undefined) =>
    target.enum.length === 2 ? target.enum.find((value) => value !== known) : undefined;
  const match = yes ?? (no === undefined ? undefined : other(no));
  const otherwise = no ?? (yes === undefined ? undefined : other(yes));
  // One side is known, the other not: a table that a person completes.
  if (match === undefined || otherwise === undefined) {
    const table = [
      ...(match === undefined ? [] : [{ from: true, to: match.value }]),
      ...(otherwise === undefined ? [] : [{ from: false, to: otherwise.value }]),
    ];
    return { kind: 'lookup', table };
  }
  return { kind: 'conditional', equals: true, match: match.value, otherwise: otherwise.value };
}

function isWordFor({ value, label }: EnumValue, words: readonly string[]): boolean {
  const keys = [enumKey(value), ...(label === null ? [] : [enumKey(label)])];
  return keys.some((key) => words.some((word) => key === word || areSynonyms(key, word)));
}

export function isBooleanWord(value: unknown): boolean {
  try {
    castValue(value, 'boolean');
    return true;
  } catch (error) {
    if (error instanceof TransformError) return false;
    throw error;
  }
}
