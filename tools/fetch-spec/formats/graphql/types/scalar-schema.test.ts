import { expect, test } from 'vitest';
import { scalarSchema } from './scalar-schema.ts';

const text = { type: 'string' };

test.each([
  ['ID', null, { ...text, format: 'id' }],
  ['Int', null, { type: 'integer' }],
  ['DateTime', null, { ...text, format: 'date-time' }],
  ['timestamptz', null, { ...text, format: 'date-time' }],
  ['ISO8601Date', null, { ...text, format: 'date' }],
  ['LocalTime', null, { ...text, format: 'time' }],
  ['Decimal', null, { ...text, format: 'decimal' }],
  ['Money', 'A monetary value as a floating point number.', { type: 'number' }],
  ['BigInt', null, { type: 'integer' }],
  ['UnsignedInt64', 'Encoded as a string of digits.', { ...text, format: 'int64' }],
  ['numeric', null, { type: 'number' }],
  ['URI', null, { ...text, format: 'uri' }],
  ['HTML', null, { ...text, format: 'html' }],
  ['UUID', null, { ...text, format: 'uuid' }],
  ['EmailAddress', null, { ...text, format: 'email' }],
  ['JSON', null, {}],
  ['JSONObject', null, { type: 'object', additionalProperties: true }],
  ['GitTimestamp', null, { ...text, format: 'date-time' }],
  ['Moment', 'An ISO 8601 date and time.', { ...text, format: 'date-time' }],
  ['StorefrontID', null, { ...text, format: 'id' }],
  ['Color', null, text],
  ['Update', null, { ...text }],
])('%s', (name, description, schema) => {
  const type = {
    kind: 'scalar',
    name,
    description,
    fields: new Map(),
    interfaces: [],
    members: [],
    values: [],
    specifiedBy: null,
  } as const;
  expect(scalarSchema(type)).toStrictEqual(schema);
});
