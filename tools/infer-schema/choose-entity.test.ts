import { expect, test } from 'vitest';
import { RequestError } from '../core/index.ts';
import type { Json } from '../core/json/json.ts';
import { Api, ApiDescription, type EntitySummary } from '../model/index.ts';
import { chooseEntity } from './choose-entity.ts';
import { describeEntity } from './describe-entity.ts';

const text = { type: 'string' };
const schemas: Record<string, Json> = {
  Order: { type: 'object', properties: { id: text } },
  OrderLine: { type: 'object', required: ['sku'], properties: { sku: text, id: text } },
  orderline: { type: 'object', properties: { other: text } },
  'a/b': { type: 'object', properties: { x: text } },
  Money: text,
};
const order: EntitySummary = {
  name: 'order',
  label: 'Order',
  aliases: ['orders'],
  operations: {},
  fieldCount: 1,
  schemaAt: '/components/schemas/Order',
};

function description(entities: EntitySummary[]): ApiDescription {
  return ApiDescription.parse({
    system: 'shop',
    title: 'Shop',
    version: '1',
    format: 'openapi-3.0',
    origin: '/shop.yaml',
    api: Api.parse({ baseUrl: 'https://shop.example.com' }),
    warnings: [],
    entities,
    patterns: {
      auth: [],
      pagination: [],
      rateLimit: [],
      idempotency: [],
      incremental: [],
      deletes: [],
      bulk: [],
      webhooks: [],
      errors: [],
    },
    document: { components: { schemas } },
  });
}

test.each([
  ['order', 'order', '/components/schemas/Order'],
  ['Orders', 'order', '/components/schemas/Order'],
  ['OrderLine', 'OrderLine', '/components/schemas/OrderLine'],
  ['ORDER LINE', 'OrderLine', '/components/schemas/OrderLine'],
  ['a/b', 'a_b', '/components/schemas/a~1b'],
])('%s: an entity, else a schema, exactly and then in any case', (wanted, name, schemaAt) => {
  const { name: found, schemaAt: at } = chooseEntity(description([order]), wanted);
  expect([found, at]).toStrictEqual([name, schemaAt]);
});

test('a schema is described with a warning, and nothing is assumed of who sets what', () => {
  const whole = description([order]);
  const { fields, operations, warnings } = describeEntity(whole, chooseEntity(whole, 'OrderLine'));
  expect(fields.map(({ path, required, readOnly }) => [path, required, readOnly])).toStrictEqual([
    ['sku', true, false],
    ['id', false, false],
  ]);
  expect([operations, warnings]).toStrictEqual([
    {},
    [
      {
        code: 'schema_only',
        message: 'OrderLine is a schema of the description; no operation reads or writes it as a record',
        at: '/components/schemas/OrderLine',
      },
    ],
  ]);
  expect(describeEntity(whole, order).warnings).toStrictEqual([]);
});

test('without any record types a schema can still be named', () => {
  expect(chooseEntity(description([]), 'orderLine').schemaAt).toBe('/components/schemas/OrderLine');
});

test.each(['Money', 'nope', '', 'constructor', '__proto__'])('%j is no record type', (wanted) => {
  expect(() => chooseEntity(description([order]), wanted)).toThrow(RequestError);
});
