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
