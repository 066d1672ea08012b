import { expect, test } from 'vitest';
import { SchemaReader } from '../../core/openapi/schema-reader.ts';
import { typeOf } from './field-type.ts';

const read = (type: string, format: string) => {
  const {
    type: meant,
    wireType,
    format: said,
  } = typeOf(new SchemaReader({}).shape({ node: { type, format }, at: '/x' }));
  return [meant, wireType, said];
};

test.each([
  ['integer', 'epoch-days', ['date', 'integer', 'epoch-days']],
  ['integer', 'epoch-us', ['date-time', 'integer', 'epoch-us']],
  ['integer', 'epoch-ns', ['date-time', 'integer', 'epoch-ns']],
  ['number', 'epoch-ms', ['date-time', 'number', 'epoch-ms']],
  ['integer', 'unix-timestamp', ['date-time', 'integer', 'epoch-s']],
  ['integer', 'timestamp', ['date-time', 'integer', 'epoch-s']],
  ['string', 'epoch-s', ['date-time', 'string', 'epoch-s']],
  ['string', 'google-datetime', ['date-time', null, null]],
  ['string', 'timestamp', ['date-time', null, null]],
  ['boolean', 'epoch-s', ['boolean', null, 'epoch-s']],
])('%s of format %s', (type, format, expected) => {
  expect(read(type, format)).toStrictEqual(expected);
});

const described = (type: string, description: string, more = {}) => {
  const node = { type, format: 'int64', description, ...more };
  const { type: meant, format } = typeOf(new SchemaReader({}).shape({ node, at: '/x' }));
  return [meant, format];
};

test.each([
  ['Time at which it was made. Measured in seconds since the Unix epoch.', 'epoch-s'],
  ['Milliseconds since epoch', 'epoch-ms'],
  ['Unix timestamp in seconds', 'epoch-s'],
  ['The Unix timestamp (in milliseconds) of the change', 'epoch-ms'],
  ['Epoch time in ms', 'epoch-ms'],
  ['A Unix timestamp indicating when it was made', 'epoch-s'],
  ['Microseconds since 1970-01-01', 'epoch-us'],
])('an integer: %s', (description, format) => {
  expect(described('integer', description)).toStrictEqual(['date-time', format]);
});

test.each([
  'Number of seconds until the token expires',
  'Timeout in milliseconds',
  'Seconds since the last change',
  'Version of the epoch',
])('no moment: %s', (description) => {
  expect(described('integer', description)).toStrictEqual(['integer', null]);
});

test('a number chosen from a list, and a text, are what they are declared to be', () => {
  expect(described('integer', 'Unix timestamp', { enum: [1, 2] })[0]).toBe('integer');
  expect(described('boolean', 'Whether Unix timestamps are used')[0]).toBe('boolean');
});
