import {
  arrayOf,
  isObject,
  type Json,
  type JsonObject,
  objectOf,
  property,
} from '../../../../core/json/json.ts';
import { factsKey } from '../../../../core/openapi/field-facts.ts';
import { oneLine } from '../../../../core/text/index.ts';

/** Adds to `properties` what a schema requires only under a condition, in plain words, and what it describes only then. */
export function addConditions(
  schema: JsonObject,
  properties: JsonObject,
  normalise: (node: Json, ...steps: string[]) => JsonObject,
): void {
  const condition = property(schema, 'if');
  const words = conditionWords(condition);
  for (const [keyword, when] of [
    ['then', words === null ? null : `when ${words}`],
    ['else', words === null ? null : `unless ${words}`],
  ] as const) {
    const branch = property(schema, keyword);
    if (!isObject(branch)) continue;
    addProperties(properties, branch, (node, name) => normalise(node, keyword, 'properties', name));
    requireWhen(properties, property(branch, 'required'), when ?? 'under a condition of the schema');
  }
  for (const keyword of ['dependencies', 'dependentRequired', 'dependentSchemas']) {
    for (const [name, needs] of Object.entries(objectOf(property(schema, keyword)))) {
      const when = `when ${oneLine(name, 100)} is given`;
      if (typeof needs === 'string') requireWhen(properties, [needs], when);
      else if (Array.isArray(needs)) requireWhen(properties, needs, when);
      else if (isObject(needs)) {
        addProperties(properties, needs, (node, inner) =>
          normalise(node, keyword, name, 'properties', inner),
        );
        requireWhen(properties, property(needs, 'required'), when);
      }
    }
  }
}

function addProperties(
  properties: JsonObject,
  branch: JsonObject,
  normalise: (node: Json, name: string) => JsonObject,
): void {
  for (const [name, node] of Object.entries(objectOf(property(branch, 'properties')))) {
    if (isObject(node) && !Object.hasOwn(properties, name)) properties[name] = normalise(node, name);
  }
}

function requireWhen(properties: JsonObject, names: unknown, when: string): void {
  for (const name of arrayOf(names)) {
    const field = typeof name === 'string' ? property(properties, name) : undefined;
    if (!isObject(field)) continue;
    const facts = objectOf(property(field, factsKey));
    if (facts['requiredWhen'] === undefined) field[factsKey] = { ...facts, requiredWhen: when };
  }
}

/** `{properties: {country: {const: 'US'}}}` → `country is "US"`; null when it is not that simple. */
function conditionWords(condition: Json | undefined): string | null {
  const properties = Object.entries(objectOf(property(condition, 'properties'))).slice(0, 5);
  const parts = properties.map(([name, schema]) => {
    const field = oneLine(name, 100);
    const constant = property(schema, 'const');
    if (constant !== undefined) return `${field} is ${oneLine(JSON.stringify(constant), 100)}`;
    const values = arrayOf(property(schema, 'enum'));
    if (values.length === 0) return null;
    return `${field} is ${values
      .slice(0, 5)
      .map((value) => oneLine(JSON.stringify(value), 50))
      .join(' or ')}`;
  });
  if (parts.includes(null)) return null;
  if (parts.length > 0) return parts.join(' and ');
  const given = arrayOf(property(condition, 'required')).filter((name) => typeof name === 'string');
  return given.length === 0
    ? null
    : `${given
        .slice(0, 5)
        .map((name) => oneLine(name, 100))
        .join(' and ')} is given`;
}
