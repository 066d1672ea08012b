import type { EnumValue, Field } from '../../field.ts';
import type { Scalar, Transform } from '../transform.ts';
import { valueKind } from '../value-kind.ts';
import { pairValues } from '../value-table.ts';
import { wireTypeOf } from '../wire-type.ts';
import { isBooleanWord } from './flag-transform.ts';
import { isCodeName, isIdName, nameWords } from './name-words.ts';

/** Listed values into other listed values, words or numbers. Null where the values are the same on both sides. */
export function listedTransform(source: Field, target: Field): Transform | null {
  if (target.enum.length > 0) {
    if (source.enum.length > 0) return pairedTransform(source, target);
    return wordsToListed(source, target);
  }
  // A list of the other system that nobody has written down: `format` says that there is one.
  if (isOwnList(target)) return waiting;
  if (source.enum.length > 0) return listedToOpen(source, target);
  return spokenFlag(source, target) ?? idOrWord(source, target);
}

/** A table that a person fills in. */
const waiting: Transform = { kind: 'lookup', table: [] };

function isOwnList({ format }: Field): boolean {
  return format === 'enum' || format === 'lookup';
}

function pairedTransform(source: Field, target: Field): Transform | null {
  const { table } = pairValues(source, target);
  const same = table.length === source.enum.length && table.every(({ from, to }) => from === to);
  return same ? null : { kind: 'lookup', table };
}

/** Longer lists are code systems, which are not spelled out. */
const longest = 40;

/** Free text or numbers into a closed list: by the words of the values. */
function wordsToListed(source: Field, target: Field): Transform | null {
  const kind = valueKind(source);
  const number = kind === 'number';
  if (!number && kind !== 'text' && kind !== 'any') return null;
  if (target.enum.length > longest || target.enum.every(({ value }) => isBooleanWord(value))) return null;
  if (number && target.enum.every(({ value }) => isNumeric(value))) return null;
  if (number) return waiting;
  return { kind: 'lookup', table: target.enum.flatMap(wordsOf), loose: true };
}

function wordsOf({ value, label }: EnumValue): { from: Scalar; to: Scalar }[] {
  return [
    { from: value, to: value },
    ...(label === null || label === value ? [] : [{ from: label, to: value }]),
  ];
}

function isNumeric(value: unknown): boolean {
  return typeof value === 'number' || /^-?\d+(?:\.\d+)?$/.test(String(value));
}

function listedToOpen(source: Field, target: Field): Transform | null {
  const wire = wireTypeOf(target);
  const values = source.enum.map(({ value }) => value);
  if (wire === 'number' || wire === 'integer') {
    if (values.every(isNumeric) || values.every(isBooleanWord)) return null;
    // `25-50` employees are at least 25.
    const table = values.flatMap((value) => {
      const [, digits] = /^(\d+)\s*(?:-|–|to|\+)/.exec(String(value)) ?? [];
      return digits === undefined ? [] : [{ from: value, to: Number(digits) }];
    });
    return { kind: 'lookup', table };
  }
  const labelled = source.enum.filter(({ label }) => label !== null);
  // Numbers that mean something only in their own system go out under their names.
  if (
    wire === 'string' &&
    values.every(isNumeric) &&
    labelled.length === values.length &&
    !isIdName(target)
  ) {
    return { kind: 'lookup', table: source.enum.map(({ value, label }) => ({ from: value, to: label })) };
  }
  return null;
}

/** A yes-or-no written as text (`Yes`, `No`) for a field that may hold anything: it becomes a boolean. */
function spokenFlag(source: Field, target: Field): Transform | null {
  const [first = '', second] = nameWords(source);
  const asks = second !== undefined && ['is', 'are', 'has', 'was', 'can', 'should'].includes(first);
  if (!asks || source.type !== 'string' || target.type !== 'any') return null;
  const rows = (words: string, to: boolean) => words.split(' ').map((from) => ({ from, to }));
  return {
    kind: 'lookup',
    table: [...rows('Yes true Y 1', true), ...rows('No false N 0', false)],
    loose: true,
  };
}

const spoken = new Set(
  'name title label email region company category categories labels tags method status stage'.split(' '),
);

/**
 * The id of one system for the word of another: neither is the other. Ids and codes that are numbers on one side and
 * words on the other; names and e-mail addresses for ids.
 */
function idOrWord(source: Field, target: Field): Transform | null {
  const from = valueKind(source);
  const to = valueKind(target);
  const coded = (field: Field) => isIdName(field) || isCodeName(field);
  if (from === 'number' && to === 'text') {
    const own = nameWords(source).length > 1 || isRunTogether(source);
    return own && coded(source) && isWord(target) ? waiting : null;
  }
  if (from !== 'text' || !isIdName(target)) return null;
  if (to === 'number') return isWord(source) && !/value$/i.test(source.path) ? waiting : null;
  const last = nameWords(source).at(-1) ?? '';
  const speaks =
    spoken.has(last) || source.format === 'email' || (source.format === 'currency' && !isIdName(source));
  return to === 'text' && speaks && nameWords(target).join('') !== 'externalid' ? waiting : null;
}

function isRunTogether(field: Field): boolean {
  return (nameWords(field)[0] ?? '').length > 5;
}

function isWord(field: Field): boolean {
  const last = nameWords(field).at(-1) ?? '';
  return (
    !isIdName(field) &&
    !isCodeName(field) &&
    !/(?:number|no|key|ref|reference|identifier|username|value|link|url|amount|date|time|at|on|handle)$/.test(
      last,
    )
  );
}
