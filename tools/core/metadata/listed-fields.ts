import type { FieldInput } from '../../model/index.ts';
import { arrayOf, isObject, type Json, type JsonObject, property, textOf } from '../json/json.ts';
import { line, type Meaning, meaningOf } from './field-of.ts';
import type { MetadataFormat } from './metadata-format.ts';

/** A format that answers one flat list of field descriptions; only names differ between systems. */
export interface ListedFields {
  readonly format: string;
  readonly system: string;
  /** Keys that the first description must have. */
  readonly marks: readonly string[];
  /** The list in the answer. */
  list(value: Json): readonly Json[];
  /** Record type when the answer names it; null: what the caller calls it. */
  entity?(value: Json): string | null;
  readonly types: Readonly<Record<string, Meaning>>;
  /** Vendor's type of a description. */
  typeName(node: JsonObject): string;
  /** Path of the field in a record; null: no field. */
  path(node: JsonObject): string | null;
  /** What else the description says. */
  more(node: JsonObject): Partial<FieldInput>;
}

/** Makes a metadata format of such a list. */
export function listedFields(listed: ListedFields): MetadataFormat {
  return {
    format: listed.format,
    recognise(value) {
      const [first] = listed.list(value);
      return isObject(first) && listed.marks.every((mark) => Object.hasOwn(first, mark));
    },
    read(value, name) {
      const nodes = listed.list(value).filter(isObject);
      const entity = listed.entity?.(value) ?? name;
      const fields = nodes.flatMap((node): FieldInput[] => {
        const path = listed.path(node);
        if (path === null) return [];
        return [
          { path, nullable: true, ...meaningOf(listed.types, listed.typeName(node)), ...listed.more(node) },
        ];
      });
      return {
        system: listed.system,
        entities: [{ name: entity, label: entity, fields, naturalKeys: [] }],
        warnings: [],
      };
    },
  };
}

/** Values to choose from, out of a list of objects. */
export function choices(
  list: Json | undefined,
  value: string,
  label: string,
): { value: string | number; label: string | null }[] {
  return arrayOf(list).flatMap((entry) => {
    const chosen = property(entry, value);
    return (typeof chosen === 'string' && chosen !== '') || typeof chosen === 'number'
      ? [{ value: chosen, label: line(property(entry, label)) }]
      : [];
  });
}

/** A positive whole number, given as such or as text. */
export function lengthOf(value: Json | undefined): number | null {
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : null;
}

/** A name as text, or null. */
export function nameOf(node: JsonObject, key: string): string | null {
  return textOf(node[key]);
}
