import { recordLists } from '../../../core/documents/records-in.ts';
import { isObject, type Json, type JsonObject, property } from '../../../core/json/json.ts';
import { factsKey } from '../../../core/openapi/field-facts.ts';

/** A schema of sent bodies: that all recorded requests have a field does not make it required. */
export function withoutRequired(schema: JsonObject): JsonObject {
  return mapped(schema, ({ required: _, ...rest }) => rest);
}

/**
 * A schema of answers, with two things that samples cannot show by themselves: a list that was empty holds records when it
 * is named like one, and an address is one to those who look for the next page.
 */
export function answerSchema(schema: JsonObject): JsonObject {
  const own = mapped(schema, (inner) =>
    property(inner[factsKey], 'format') === 'uri' ? { ...inner, format: 'uri' } : inner,
  );
  const { properties } = own;
  if (!isObject(properties)) return own;
  const filled = Object.entries(properties).map(([name, inner]) => {
    const empty = property(inner, 'type') === 'array' && property(inner, 'items') === undefined;
    const wanted =
      recordLists.includes(name) || /records$/i.test(name) || Object.keys(properties).length === 1;
    return [name, empty && wanted && isObject(inner) ? { ...inner, items: {} } : inner] as const;
  });
  return { ...own, properties: Object.fromEntries(filled) };
}

/** A schema with a change made to it and to all schemas in it. Schemas of samples are at most a dozen levels deep. */
function mapped(schema: JsonObject, change: (schema: JsonObject) => JsonObject): JsonObject {
  const inner = (value: Json): Json => (isObject(value) ? mapped(value, change) : value);
  return Object.fromEntries(
    Object.entries(change(schema)).map(([name, value]) => {
      if (name === 'items') return [name, inner(value)];
      if (name !== 'properties' || !isObject(value)) return [name, value];
      return [name, Object.fromEntries(Object.entries(value).map(([key, child]) => [key, inner(child)]))];
    }),
  );
}
