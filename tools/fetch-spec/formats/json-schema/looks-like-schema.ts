import { arrayOf, isObject, type Json, objectOf, property } from '../../../core/json/json.ts';

const marks = [
  'type',
  '$ref',
  'enum',
  'const',
  'properties',
  'allOf',
  'anyOf',
  'oneOf',
  'items',
  'format',
  'extends',
];

/** Is the value a JSON Schema: does it say so, or has it definitions or properties that are schemas? */
export function looksLikeSchema(value: Json | null): boolean {
  if (!isObject(value)) return false;
  const declared = property(value, '$schema');
  if (typeof declared === 'string' && /json-schema\.org|\/draft-?0\d|\/20(?:19-09|20-12)/.test(declared))
    return true;
  for (const name of ['definitions', '$defs']) {
    if (
      Object.values(objectOf(property(value, name)))
        .slice(0, 50)
        .some(isSchema)
    )
      return true;
  }
  if (hasProperties(value)) return true;
  const items = property(value, 'items');
  if (property(value, 'type') === 'array' && isObject(items)) return hasProperties(items) || '$ref' in items;
  return ['oneOf', 'anyOf', 'allOf'].some((name) => {
    const parts = arrayOf(property(value, name));
    return (
      parts.length > 0 && parts.every((part) => isObject(part) && ('$ref' in part || hasProperties(part)))
    );
  });
}

/** Properties that are all schemas, and not the values of a record which has a `properties` of its own. */
function hasProperties(value: Json): boolean {
  const all = Object.values(objectOf(property(value, 'properties')));
  if (all.length === 0 || !all.every((inner) => isObject(inner) || typeof inner === 'boolean')) return false;
  const schemas = all.filter(isSchema).length;
  return property(value, 'type') === 'object' ? schemas > 0 || all.every(isEmpty) : schemas * 2 > all.length;
}

function isEmpty(value: Json): boolean {
  return value === true || (isObject(value) && Object.keys(value).length === 0);
}

function isSchema(value: Json): boolean {
  if (!isObject(value)) return false;
  const type = property(value, 'type');
  const typed =
    typeof type === 'string'
      ? /^(?:string|integer|number|boolean|object|array|null|any)$/.test(type)
      : Array.isArray(type);
  return typed || marks.some((mark) => mark !== 'type' && Object.hasOwn(value, mark));
}
