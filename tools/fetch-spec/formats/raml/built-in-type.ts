import type { JsonObject } from '../../../core/json/json.ts';
import { factsKey } from '../../../core/openapi/field-facts.ts';

const builtIn: Readonly<Record<string, JsonObject>> = {
  any: {},
  string: { type: 'string' },
  number: { type: 'number' },
  integer: { type: 'integer' },
  boolean: { type: 'boolean' },
  object: { type: 'object' },
  array: { type: 'array' },
  file: { type: 'string', format: 'binary' },
  nil: { nullable: true },
  null: { nullable: true },
  'date-only': { type: 'string', format: 'date' },
  'time-only': { type: 'string', format: 'time' },
  'datetime-only': { type: 'string', format: 'date-time' },
  datetime: { type: 'string', format: 'date-time' },
};

/** The format of the dates of HTTP headers, as the model calls it. */
export const httpDate: JsonObject = {
  type: 'string',
  [factsKey]: { type: 'date-time', format: 'rfc-822' },
};

/** The schema of a type that RAML has itself; undefined for the names of others. */
export function builtInType(name: string): JsonObject | undefined {
  // RAML 0.8: a date as HTTP writes it.
  if (name === 'date') return { ...httpDate };
  return Object.hasOwn(builtIn, name) ? { ...builtIn[name] } : undefined;
}

/** Is it the name of the type that only null has? */
export function isNil(name: string): boolean {
  return name === 'nil' || name === 'null';
}
