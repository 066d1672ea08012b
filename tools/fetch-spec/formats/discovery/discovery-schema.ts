import { arrayOf, isObject, type Json, type JsonObject, objectOf, textOf } from '../../../core/json/json.ts';
import { factsKey } from '../../../core/openapi/field-facts.ts';

const maxDepth = 50;
/** Formats in which numbers travel as text, so that none loses digits. */
const wideNumbers = new Set(['int64', 'uint64']);
const formats: Readonly<Record<string, string>> = {
  'google-datetime': 'date-time',
  'google-duration': 'duration',
  'google-fieldmask': 'field-mask',
};

/** One schema or parameter of a Discovery document as JSON Schema. References are by name there. */
export function discoverySchema(node: JsonObject, depth = 0): JsonObject {
  if (depth > maxDepth) return {};
  const ref = textOf(node['$ref']);
  const description = textOf(node['description']);
  const readOnly =
    node['readOnly'] === true || /^(?:\[?Output[ -]only\]?|Read[ -]only)\b/i.test(description ?? '');
  const shared = {
    ...(description === null ? {} : { description }),
    ...(readOnly ? { readOnly: true } : {}),
    ...(node['deprecated'] === true ? { deprecated: true } : {}),
  };
  if (ref !== null) return { allOf: [{ $ref: `#/components/schemas/${ref}` }], ...shared };
  const type = textOf(node['type']) ?? (isObject(node['properties']) ? 'object' : 'any');
  const format = textOf(node['format']);
  const facts =
    type === 'string' && format !== null && wideNumbers.has(format)
      ? { type: 'integer', wireType: 'string' }
      : {};
  const inner = (child: Json | undefined) => discoverySchema(objectOf(child), depth + 1);
  const properties = Object.entries(objectOf(node['properties']));
  const required = properties
    .filter(([, child]) => isObject(child) && (child['required'] === true || isRequired(child)))
    .map(([name]) => name);
  const labels = arrayOf(node['enumDescriptions']);
  const values = arrayOf(node['enum']);
  const enumLabels = values.flatMap((value, index) => {
    const label = textOf(labels[index]);
    return typeof value === 'string' && label !== null ? [[value, label.slice(0, 200)] as const] : [];
  });
  const all = { ...facts, ...(enumLabels.length > 0 ? { enumLabels: Object.fromEntries(enumLabels) } : {}) };
  return {
    ...(type === 'any' ? {} : { type }),
    ...(format === null || wideNumbers.has(format) ? {} : { format: formats[format] ?? format }),
    ...shared,
    ...(properties.length === 0
      ? {}
      : { properties: Object.fromEntries(properties.map(([name, child]) => [name, inner(child)])) }),
    ...(required.length === 0 ? {} : { required }),
    ...(node['items'] === undefined ? {} : { items: inner(node['items']) }),
    ...(node['additionalProperties'] === undefined
      ? {}
      : { additionalProperties: inner(node['additionalProperties']) }),
    ...(values.length === 0 ? {} : { enum: [...values] }),
    ...(typeof node['default'] === 'string' ? { default: typed(node['default'], type) } : {}),
    ...limits(node),
    ...(Object.keys(all).length === 0 ? {} : { [factsKey]: all }),
  };
}

/** Google's annotation names the methods that need the field; that one creates a record is the case that counts. */
function isRequired(node: JsonObject): boolean {
  return arrayOf(objectOf(node['annotations'])['required']).some((method) =>
    /insert|create/i.test(String(method)),
  );
}

/** Minimum and maximum are written as text there. */
function limits(node: JsonObject): JsonObject {
  return Object.fromEntries(
    ['minimum', 'maximum'].flatMap((name) => {
      const value = Number(node[name]);
      return textOf(node[name]) !== null && Number.isFinite(value) ? [[name, value] as const] : [];
    }),
  );
}

function typed(text: string, type: string): Json {
  if (type === 'boolean') return text === 'true';
  const number = Number(text);
  return (type === 'integer' || type === 'number') && text !== '' && Number.isFinite(number) ? number : text;
}
