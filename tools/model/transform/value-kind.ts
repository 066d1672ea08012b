import type { Field } from '../field.ts';

/** Families of values between which a conversion is ordinary. */
export type ValueKind = 'text' | 'number' | 'boolean' | 'date' | 'object' | 'array' | 'any';

const dateFormats = new Set(['date', 'date-time', 'datetime', 'epoch-ms', 'epoch-s', 'time']);

/** The family of a field's values; a number or string in a date format counts as a date. */
export function valueKind(field: Pick<Field, 'type' | 'format'>): ValueKind {
  if (field.format !== null && dateFormats.has(field.format)) return 'date';
  switch (field.type) {
    case 'string':
      return 'text';
    case 'integer':
    case 'number':
      return 'number';
    case 'date':
    case 'date-time':
    case 'time':
      return 'date';
    default:
      return field.type;
  }
}
