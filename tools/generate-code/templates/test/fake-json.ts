import { readPath } from '../src/json.ts';

export type Json = { [name: string]: unknown };

/** An object with a value at a path: `{ data: { id: value } }`. Without a path the value itself, which is then an object. */
export function setPath(value: unknown, path: readonly string[]): Json {
  return path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as Json;
}

/** The first object with what the second has; nested objects likewise. */
export function merge(before: Json, after: Json): Json {
  const result: Json = { ...before };
  for (const [name, value] of Object.entries(after)) {
    const known = result[name];
    result[name] = isObject(known) && isObject(value) ? merge(known, value) : value;
  }
  return result;
}

/** A request body, JSON or form fields with brackets. */
export function parseBody(text: string, type: string): unknown {
  if (text === '') return undefined;
  if (!type.includes('form-urlencoded')) return JSON.parse(text);
  let result: Json = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const path = [...name.matchAll(/[^[\]]+/g)].map(([part]) => part);
    result = merge(result, setPath(value, path));
  }
  return result;
}

/** A copy of a record with another value at a path; undefined takes the field away. */
export function withValue(record: unknown, path: readonly string[], value: unknown): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  if (Array.isArray(record)) {
    return record.map((element, index) =>
      String(index) === head ? withValue(element, rest, value) : element,
    );
  }
  const copy: Json = isObject(record) ? { ...record } : {};
  copy[head] = withValue(readPath(record, [head]), rest, value);
  if (copy[head] === undefined) delete copy[head];
  return copy;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
