import { arrayOf, isObject, type JsonObject, property, textOf } from '../json/json.ts';
import { formatPointer } from '../json/pointer.ts';
import type { Located, SchemaReader } from './schema-reader.ts';

const container = ['components', 'schemas'];

/** Pointers of the named schemas that have another one in their allOf, by the other's pointer. */
export function indexSubtypes(reader: SchemaReader): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const schemas = reader.at(formatPointer(container));
  if (schemas === undefined || !isObject(schemas.node)) return found;
  for (const [name, node] of Object.entries(schemas.node)) {
    for (const part of arrayOf(property(node, 'allOf'))) {
      const ref = property(part, '$ref');
      const base = typeof ref === 'string' ? reader.pointerOf(ref) : undefined;
      if (base === undefined) continue;
      const known = found.get(base) ?? [];
      found.set(base, known);
      known.push(formatPointer([...container, name]));
    }
  }
  return found;
}

/**
 * The schemas that a schema with a discriminator stands for without listing them: those its mapping names, else those that
 * are made of it with allOf. Each as a reference to it. Empty where it is not the base of any.
 */
export function subtypesOf(reader: SchemaReader, node: JsonObject, at: string): Located[] {
  const discriminator = property(node, 'discriminator');
  if (textOf(property(discriminator, 'propertyName')) === null) return [];
  if (['oneOf', 'anyOf'].some((keyword) => arrayOf(property(node, keyword)).length > 0)) return [];
  const mapping = property(discriminator, 'mapping');
  const made = reader.madeOf(at);
  const named = isObject(mapping)
    ? Object.values(mapping).flatMap((ref) => (typeof ref === 'string' ? (reader.pointerOf(ref) ?? []) : []))
    : [];
  const pointers = named.filter((pointer) => made.includes(pointer));
  return [...new Set(pointers.length > 0 ? pointers : made)].map((pointer) => ({
    node: { $ref: `#${pointer}` },
    at: `${at}/discriminator`,
  }));
}
