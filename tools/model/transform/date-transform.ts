import type { Field } from '../field.ts';
import { nameWords, proseOf } from './choose/name-words.ts';
import type { DateFormat, Transform } from './transform.ts';
import { valueKind } from './value-kind.ts';
import { wireTypeOf } from './wire-type.ts';

/**
 * The date conversion a pair needs. Times are always brought into one form, since systems write offsets in their own
 * ways (`+0000`, none at all). Null when it is no pair of dates, or of plain dates written alike.
 */
export function dateTransform(source: Field, target: Field): Transform | null {
  const from = dateFormatOf(source) ?? supposedFormat(source, target);
  const to = dateFormatOf(target) ?? (from === null ? null : supposedTarget(source, target, from));
  if (from === null || to === null) return null;
  const texts = wireTypeOf(source) !== 'number' && wireTypeOf(target) !== 'number';
  if (from === to && !(texts && (from === 'iso-date-time' || from === 'iso'))) return null;
  return { kind: 'date-format', from, to };
}

/** How a date field is written, as far as it says so; null for other fields and for times of day. */
export function dateFormatOf(field: Field): DateFormat | null {
  if (field.format === 'epoch-ms' || field.format === 'epoch-s') return field.format;
  const shown = shownFormat(field);
  if (shown !== null) return shown;
  if (field.type === 'date' || field.format === 'date') return 'iso-date';
  if (field.type === 'date-time' || field.format === 'date-time') return 'iso-date-time';
  return null;
}

/** `YYYYMMDD`, `MM/DD/YYYY` and `DD/MM/YYYY`, where format, description or examples show it. */
function shownFormat(field: Field): DateFormat | null {
  if (!['string', 'date', 'any', 'integer'].includes(field.type)) return null;
  const said = `${field.format ?? ''} ${field.description ?? ''}`.toLowerCase();
  for (const form of ['yyyymmdd', 'mm/dd/yyyy', 'dd/mm/yyyy'] as const) {
    if (new RegExp(`(?:^|[^a-z/-])${form}(?![a-z/-])`).test(said)) return form;
  }
  const { examples } = field;
  if (examples.length === 0 || !isDateNamed(field)) return null;
  if (examples.every((one) => /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(one)))
    return 'yyyymmdd';
  const parts = examples.map((one) => /^(\d{1,2})\/(\d{1,2})\/\d{4}$/.exec(one));
  if (parts.some((part) => part === null)) return null;
  // Only a day above twelve tells which of the two is the month.
  if (parts.some((part) => Number(part?.[2]) > 12)) return 'mm/dd/yyyy';
  return parts.some((part) => Number(part?.[1]) > 12) ? 'dd/mm/yyyy' : null;
}

const events = new Set(
  'add added close closed create created update updated modify modified start started end ended last due'.split(
    ' ',
  ),
);

/** Named as a day or a moment: `created_at`, `hireDate`, `update_time`, `modifiedon`. */
export function isDateNamed(field: Pick<Field, 'path'>): boolean {
  const words = nameWords(field);
  const last = words.at(-1) ?? '';
  if (/(?:date|datetime|timestamp|modstamp)$/.test(last) && !/update$/.test(last)) return true;
  if (words.length > 1 && ['at', 'on', 'since', 'until'].includes(last)) return true;
  if (last === 'time') return words.some((word) => events.has(word));
  return /^(?:created|modified|updated)(?:on|at)?$/.test(last);
}

/**
 * Text on both sides, named as a date on both. Under the very same name it is taken to be written alike: nothing says
 * otherwise.
 */
function isTextPair(source: Field, target: Field): boolean {
  return isPair(source, target) && source.path !== target.path;
}

/** A source that does not say it is a date: text for a date field, or named like one for a field named like one. */
function supposedFormat(source: Field, target: Field): DateFormat | null {
  const kind = valueKind(source);
  const targetIsDate = dateFormatOf(target) !== null;
  if (kind === 'text') return targetIsDate ? 'iso-date-time' : isTextPair(source, target) ? 'iso' : null;
  if (kind === 'any')
    return targetIsDate && isDateNamed(source) && target.type === 'date-time' ? 'iso' : null;
  if (kind === 'number' && isMomentNumber(source))
    return targetIsDate || isPair(source, target) ? 'epoch' : null;
  return null;
}

function isPair(source: Field, target: Field): boolean {
  return (
    valueKind(target) === 'text' && isDateNamed(source) && isDateNamed(target) && !source.path.includes('[]')
  );
}

/** A number named as a moment counts from 1970, unless it says that it is a length of time. */
function isMomentNumber(field: Field): boolean {
  return isDateNamed(field) && !/ (?:duration|elapsed) /.test(proseOf(field));
}

function supposedTarget(source: Field, target: Field, from: DateFormat): DateFormat | null {
  if (!isPair(source, target)) {
    // Seconds since 1970 are no date for a text field that is named as one.
    const bare = from.startsWith('epoch') && valueKind(target) === 'text' && isDateNamed(target);
    return bare ? 'iso-date-time' : null;
  }
  if (from.startsWith('epoch')) return 'iso-date-time';
  return dateFormatOf(source) === null || !from.startsWith('iso') ? 'iso' : null;
}
