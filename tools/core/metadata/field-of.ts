import type { FieldInput, FieldType } from '../../model/index.ts';
import { type Json, textOf } from '../json/json.ts';

/** A text of the account as one short line; null when there is none. */
export function line(value: Json | undefined, limit = 300): string | null {
  const text = textOf(value)?.replaceAll(/\s+/g, ' ').trim() ?? '';
  return text === '' ? null : text.slice(0, limit);
}

/** Type, wire type and format in our terms. */
export type Meaning = Pick<FieldInput, 'type' | 'wireType' | 'format'>;

/** Short for a meaning. */
export function means(
  type: FieldType,
  format: string | null = null,
  wireType: Meaning['wireType'] = null,
): Meaning {
  return { type, format, wireType };
}

/** Looks a vendor's type name up; a text when it is not known. */
export function meaningOf(types: Readonly<Record<string, Meaning>>, name: string): Meaning {
  return (Object.hasOwn(types, name) ? types[name] : undefined) ?? means('string');
}

/** A name as one step of a path. */
export function step(name: string): string {
  return name.replaceAll('.', '\\.');
}
