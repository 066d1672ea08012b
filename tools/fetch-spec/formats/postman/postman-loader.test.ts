import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testContext } from '../../../core/__fixtures__/test-context.ts';
import { toCausewayError } from '../../../core/index.ts';
import { openText } from '../../front-door/__fixtures__/open-text.ts';
import { schemaOfExamples } from './example-schema.ts';
import { postmanLoader } from './postman-loader.ts';

const collection = {
  info: { name: 'Acme API', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
  variable: [{ key: 'baseUrl', value: 'https://api.acme.example' }],
  auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{token}}' }] },
  item: [
    {
      name: 'Orders',
      item: [
        {
          name: 'List orders',
          request: {
            method: 'GET',
            url: {
              raw: '{{baseUrl}}/v1/orders?page=1',
              host: ['{{baseUrl}}'],
              path: ['v1', 'orders'],
              query: [{ key: 'page', value: '1' }],
            },
          },
          response: [
            {
              name: 'ok',
              code: 200,
              header: [{ key: 'Content-Type', value: 'application/json' }],
              body: '{"orders": [{"id": "<uuid>", "total": "<number>", "made_at": "<dateTime>", "extra": {"commodo_9": "<string>"}}]}',
            },
          ],
        },
        {
          name: 'Create order',
          request: {
            method: 'POST',
            url: { raw: '{{baseUrl}}/v1/orders', host: ['{{baseUrl}}'], path: ['v1', 'orders'] },
            body: {
              mode: 'raw',
              raw: '{"total": 5, "note": {{note}}}',
              options: { raw: { language: 'json' } },
            },
          },
          response: [],
        },
        {
          name: 'Get order',
          request: { method: 'GET', url: '{{baseUrl}}/v1/orders/:orderId', body: null },
          response: [],
        },
      ],
    },
  ],
};

const load = (value: unknown) => {
  const opened = openText(JSON.stringify(value));
  const format = postmanLoader.recognise(opened);
  return format === undefined ? undefined : postmanLoader.load(opened, format, testContext());
};

test('folders, variables, examples and placeholders of a collection', async () => {
  const description = await load(collection);
  expect(description).toMatchObject({
    format: 'postman-2.1',
    title: 'Acme API',
    api: { baseUrl: 'https://api.acme.example', auth: { kind: 'bearer' } },
    entities: [
      { name: 'order', fieldCount: 4, operations: { list: { path: '/v1/orders' }, create: {}, get: {} } },
    ],
  });
});

test('the types that Postman writes into examples', () => {
  expect(
    schemaOfExamples([
      '{"id": "<uuid>", "n": "<integer>", "at": "<dateTime>", "map": {"ut_d4": "<string>"}, "on": "<boolean>"}',
    ]),
  ).toMatchObject({
    properties: {
      id: { type: 'string', 'x-causeway': { format: 'uuid' } },
      n: { type: 'integer' },
      at: { type: 'string', 'x-causeway': { type: 'date-time' } },
      map: { type: 'object', properties: {} },
      on: { type: 'boolean' },
    },
  });
  expect(schemaOfExamples(['no JSON', '"<string>"'])).toBeUndefined();
});

test('version 1 is refused by name', async () => {
  await expect(load({ id: 'x', name: 'old', order: [], requests: [] })).rejects.toMatchObject({
    code: 'unsupported_format',
  });
});

test('whatever stands anywhere in a collection, it is described or refused', async () => {
  const text = JSON.stringify(collection);
  const parts = [...text.matchAll(/(?<=:)(?:"[^"\\]*"|\d+)/g)];
  await fc.assert(
    fc.asyncProperty(fc.nat(parts.length - 1), fc.jsonValue({ maxDepth: 2 }), async (index, junk) => {
      const part = parts[index];
      if (part === undefined) return;
      const damaged =
        text.slice(0, part.index) + JSON.stringify(junk) + text.slice(part.index + part[0].length);
      const result = await Promise.resolve(load(JSON.parse(damaged))).catch((error: unknown) =>
        toCausewayError(error),
      );
      expect(result !== undefined && 'kind' in result ? result.kind : 'described').not.toBe('bug');
    }),
    { numRuns: 100 },
  );
});

test('an API key keeps its name and place', async () => {
  const collection = {
    info: { name: 'Marina', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    auth: {
      type: 'apikey',
      apikey: [
        { key: 'key', value: 'X-Marina-Key', type: 'string' },
        { key: 'value', value: '{{key}}', type: 'string' },
        { key: 'in', value: 'header', type: 'string' },
      ],
    },
    item: [{ name: 'Boats', request: { method: 'GET', url: 'https://api.marina.example/boats' } }],
  };
  const opened = openText(JSON.stringify(collection));
  const description = await postmanLoader.load(opened, postmanLoader.recognise(opened) ?? '', testContext());
  expect(description.api.auth).toMatchObject({ kind: 'api-key', header: 'X-Marina-Key' });
});
