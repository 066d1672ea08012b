import { makeSafe } from '../../../core/documents/make-safe.ts';
import { isObject, type Json, type JsonObject, property, textOf } from '../../../core/json/json.ts';
import { formatPointer } from '../../../core/json/pointer.ts';
import { relatedKey } from '../../front-door/bundle.ts';
import { words } from '../../naming/words.ts';
import { SchemaNormaliser } from '../json-schema/normalise/schema-normaliser.ts';
import { schemaReference } from './component-names.ts';

/** Is the text of a type a schema of its own: JSON Schema or XML Schema? */
export function isEmbedded(text: string): boolean {
  return /^\s*(?:\{|<(?!<))/.test(text);
}

/** The value of a JSON text; undefined when it is broken. */
export function parseEmbedded(text: string): JsonObject | undefined {
  try {
    const value = makeSafe(JSON.parse(text), []);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What a JSON Schema calls itself: its title when that is short, else the last step of its id. */
export function embeddedName(schema: JsonObject): string {
  const title = words(textOf(schema['title']) ?? '');
  const id = (textOf(schema['$id'] ?? schema['id']) ?? '').split(/[/#]/).findLast((step) => /\w/.test(step));
  const parts = title.length > 0 && title.length < 5 ? title : words(id?.replace(/\.\w+$/, '') ?? '');
  return parts.join('_').slice(0, 60) || 'schema';
}

/**
 * A JSON Schema inside RAML as the component `name`: its own references lead there, those that mean another type of the RAML
 * document (`named`) lead to it.
 */
export function embeddedSchema(
  value: JsonObject,
  name: string,
  named: (reference: string) => string | undefined,
): JsonObject {
  const normaliser = new SchemaNormaliser(value);
  const schema = normaliser.schema(value, '');
  const related = property(value, relatedKey);
  if (Array.isArray(related)) {
    schema[relatedKey] = related.map((node, index) =>
      normaliser.schema(node, formatPointer([relatedKey, String(index)])),
    );
  }
  const base = schemaReference(name);
  const move = (node: Json): Json => {
    if (Array.isArray(node)) return node.map(move);
    if (!isObject(node)) return node;
    return Object.fromEntries(
      Object.entries(node).map(([key, inner]) =>
        key === '$ref' && typeof inner === 'string'
          ? [key, inner.startsWith('#') ? base + inner.slice(1) : (named(inner) ?? inner)]
          : [key, move(inner)],
      ),
    );
  };
  const moved = move(schema);
  return isObject(moved) ? moved : {};
}
