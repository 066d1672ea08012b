import type { Field } from '../field.ts';
import type { dateFormats, Transform } from './transform.ts';
import { valueKind } from './value-kind.ts';

type DateFormat = (typeof dateFormats)[number];

/** The date conversion a pair needs; null when it is no pair of dates or both are written alike. */
export function dateTransform(source: Field, target: Field): Transform | null {
  const to = dateFormatOf(target);
  if (to === null) return null;
  const from = dateFormatOf(source) ?? (valueKind(source) === 'text' ? 'iso-date-time' : null);
  if (from === null || (from === to && dateFormatOf(source) !== null)) return null;
  return { kind: 'date-format', from, to };
}

/** How a date field is written; null for other fields and for times of day. */
export function dateFormatOf(field: Field): DateFormat | null {
  if (field.format === 'epoch-ms' || field.format === 'epoch-s') return field.format;
  if (field.type === 'date' || field.format === 'date') return 'iso-date';
  if (field.type === 'date-time' || field.format === 'date-time') return 'iso-date-time';
  return null;
}
