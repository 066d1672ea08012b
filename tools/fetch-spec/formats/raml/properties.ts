import { isObject, type Json, type JsonObject, objectOf } from '../../../core/json/json.ts';
import { includeKey } from './parse-raml.ts';

/**
 * `properties`, `required` and what other properties there may be. `optional`: those that do not say so need not be there.
 * `name?` is an optional property, `/pattern/` stands for all that match it.
 */
export function propertiesOf(
  declared: Json | undefined,
  optional: boolean,
  schema: (declaration: Json) => JsonObject,
): JsonObject {
  const properties = new Map<string, JsonObject>();
  const required: string[] = [];
  const others: JsonObject[] = [];
  for (const [key, declaration] of Object.entries(objectOf(declared))) {
    if (key.startsWith('(') || key === includeKey) continue;
    if (key.length > 1 && /^\/.*\/$/.test(key)) {
      others.push(schema(declaration));
      continue;
    }
    const property = propertyOf(key, declaration, optional);
    if (property.name === '') continue;
    properties.set(property.name, schema(declaration));
    if (property.required) required.push(property.name);
  }
  return {
    ...(properties.size > 0 ? { properties: Object.fromEntries(properties) } : {}),
    ...(required.length > 0 ? { required } : {}),
    ...(others.length > 0
      ? { additionalProperties: others.length === 1 ? (others[0] ?? {}) : { anyOf: others } }
      : {}),
  };
}

/** The name of a property or parameter without the `?`, and whether it must be there. */
export function propertyOf(
  key: string,
  declaration: Json,
  optional: boolean,
): { readonly name: string; readonly required: boolean } {
  const said = isObject(declaration) ? declaration['required'] : undefined;
  // Where it is said outright, the question mark belongs to the name.
  if (typeof said === 'boolean') return { name: key, required: said };
  if (key.endsWith('?')) return { name: key.slice(0, -1), required: false };
  return { name: key, required: !optional };
}
