import { isObject, type Json, type JsonObject } from '../../../../core/json/json.ts';

const known = new Set(['string', 'integer', 'number', 'boolean', 'object', 'array', 'null']);
/** What people write for a type that is none. */
const meant: Readonly<Record<string, JsonObject>> = {
  int: { type: 'integer' },
  long: { type: 'integer' },
  float: { type: 'number' },
  double: { type: 'number' },
  decimal: { type: 'number' },
  bool: { type: 'boolean' },
  text: { type: 'string' },
  date: { type: 'string', format: 'date' },
  datetime: { type: 'string', format: 'date-time' },
  'date-time': { type: 'string', format: 'date-time' },
  uuid: { type: 'string', format: 'uuid' },
};

/**
 * `type` of any draft as keywords that are understood: `any` says nothing, a list of schemas (draft 3) is `anyOf`. `schema`
 * reads an inner schema by its place in the list.
 */
export function schemaType(type: Json, schema: (node: JsonObject, index: number) => JsonObject): JsonObject {
  if (typeof type === 'string') return oneType(type);
  if (!Array.isArray(type)) return isObject(type) ? { anyOf: [schema(type, 0)] } : {};
  if (type.some((each) => each === 'any')) return type.includes('null') ? { nullable: true } : {};
  if (!type.some(isObject)) {
    const names = type.filter((each): each is string => typeof each === 'string');
    if (names.every((name) => known.has(name))) return { type: names };
    const [only] = names.filter((name) => name !== 'null');
    return only === undefined || names.length > 2
      ? {}
      : { ...oneType(only), ...(names.length > 1 ? { nullable: true } : {}) };
  }
  return {
    anyOf: type.flatMap((each, index) =>
      isObject(each) ? [schema(each, index)] : typeof each === 'string' ? [oneType(each)] : [],
    ),
  };
}

function oneType(type: string): JsonObject {
  if (known.has(type)) return { type };
  const lower = type.toLowerCase();
  if (known.has(lower)) return { type: lower };
  return Object.hasOwn(meant, lower) ? { ...meant[lower] } : {};
}
