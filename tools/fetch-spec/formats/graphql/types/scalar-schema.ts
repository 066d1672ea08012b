import type { JsonObject } from '../../../../core/json/json.ts';
import type { GraphType } from '../graph/graph.ts';

const builtIn: Readonly<Record<string, JsonObject>> = {
  Int: { type: 'integer' },
  Float: { type: 'number' },
  String: { type: 'string' },
  Boolean: { type: 'boolean' },
  ID: { type: 'string', format: 'id' },
};

/** What custom scalars are by their usual names; the first that fits counts. */
const byName: readonly (readonly [RegExp, JsonObject])[] = [
  [/date_?time|time_?stamp|^instant$/i, { type: 'string', format: 'date-time' }],
  [/(?:^|_)(?:date|DATE)$|Date$/, { type: 'string', format: 'date' }],
  [/^(?:local|iso8601)?time(?:tz|ofday)?$/i, { type: 'string', format: 'time' }],
  [/^(?:bool|boolean)$/i, { type: 'boolean' }],
  [/decimal|money|^currencyamount$/i, { type: 'string', format: 'decimal' }],
  [/^(?:numeric|double|float\d*|number|percentage)$/i, { type: 'number' }],
  [
    /^(?:unsigned|positive|nonnegative|negative|nonpositive)?(?:(?:big|small|safe)_?)?int(?:eger)?\d*$|^u?int\d+$|^long$|^(?:un)?signedint\d*$/i,
    { type: 'integer' },
  ],
  [/uuid|guid/i, { type: 'string', format: 'uuid' }],
  [/e_?mail(?:address)?$/i, { type: 'string', format: 'email' }],
  [/ur[li]$/i, { type: 'string', format: 'uri' }],
  [/phone(?:number)?$/i, { type: 'string', format: 'phone' }],
  [/html$/i, { type: 'string', format: 'html' }],
  [/^(?:base64|byte|bytea|blob)/i, { type: 'string', format: 'byte' }],
  [/^(?:json|jsonb)?(?:object|map|dictionary|hash)$/i, { type: 'object', additionalProperties: true }],
  [/^(?:json|jsonb|any|anyscalar|mixed|unknown|generic)(?:scalar|string|value)?$/i, {}],
  [/^currency(?:code)?$/i, { type: 'string', format: 'currency' }],
  [/^country(?:code)?$/i, { type: 'string', format: 'country' }],
  [/(?:[a-z]id|ID|_id)$/, { type: 'string', format: 'id' }],
];

const bySpecification: readonly (readonly [RegExp, JsonObject])[] = [
  [/rfc3339|date-time/i, { type: 'string', format: 'date-time' }],
  [/rfc4122|uuid/i, { type: 'string', format: 'uuid' }],
  [/rfc3986|url\.spec/i, { type: 'string', format: 'uri' }],
];

/** A scalar as a JSON Schema: by its specification, its name, its description; a text when nothing says more. */
export function scalarSchema({ name, description, specifiedBy }: GraphType): JsonObject {
  const known = Object.hasOwn(builtIn, name) ? builtIn[name] : undefined;
  if (known !== undefined) return known;
  const specified = bySpecification.find(([pattern]) => specifiedBy !== null && pattern.test(specifiedBy));
  if (specified !== undefined) return specified[1];
  const text = description?.slice(0, 2_000) ?? '';
  const named = byName.find(([pattern]) => pattern.test(name))?.[1];
  if (named !== undefined) return asWritten(named, text);
  if (/ISO.?8601|RFC.?3339/i.test(text) && /date/i.test(text)) {
    return { type: 'string', format: /\btime\b|date-?time|UTC/i.test(text) ? 'date-time' : 'date' };
  }
  if (
    /\b(?:any|arbitrary|untyped)\b[^.]{0,40}\bJSON\b|\bJSON\b[^.]{0,20}\b(?:value|object|data)\b/i.test(text)
  )
    return {};
  return { type: 'string' };
}

/** Numbers that the description says are written as texts, or the other way round. */
function asWritten(schema: JsonObject, text: string): JsonObject {
  const asText = /(?:as|to|is|are|a) (?:an? )?(?:\S+ )?string|string of base-10/i.test(text);
  if (schema['type'] === 'integer' && asText) return { type: 'string', format: 'int64' };
  if (schema['type'] === 'number' && asText) return { type: 'string', format: 'decimal' };
  const asNumber = /(?:floating|float|JSON number|as an? number)/i.test(text);
  if (schema['format'] === 'decimal' && !asText && asNumber) return { type: 'number' };
  return schema;
}
