import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testContext } from '../../../core/__fixtures__/test-context.ts';
import { toCausewayError } from '../../../core/index.ts';
import { openText } from '../../front-door/__fixtures__/open-text.ts';
import { swaggerLoader } from './swagger-loader.ts';

const shop = {
  swagger: '2.0',
  info: { title: 'Shop', version: '3' },
  host: 'api.shop.example',
  basePath: '/v3',
  schemes: ['https'],
  consumes: ['application/json'],
  produces: ['application/json'],
  securityDefinitions: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
  paths: {
    '/orders': {
      get: {
        operationId: 'orders_list',
        parameters: [{ name: 'page', in: 'query', type: 'integer' }],
        responses: {
          200: { description: 'ok', schema: { type: 'array', items: { $ref: '#/definitions/Order' } } },
        },
      },
      post: {
        parameters: [{ name: 'body', in: 'body', schema: { $ref: '#/definitions/Order' } }],
        responses: { 201: { description: 'made', schema: { $ref: '#/definitions/Order' } } },
      },
    },
  },
  definitions: {
    Order: {
      type: 'object',
      required: ['id'],
      properties: {
        id: { type: 'string', readOnly: true },
        note: { type: 'string', 'x-nullable': true },
        hasOwnProperty: { type: ['string', 'null'] },
      },
    },
  },
};

const load = (text: string) => {
  const opened = openText(text);
  const format = swaggerLoader.recognise(opened) ?? '';
  return swaggerLoader.load(opened, format, testContext());
};

test('a Swagger 2.0 document: record types, calls, address, authentication', async () => {
  const description = await load(JSON.stringify(shop));
  expect(description).toMatchObject({
    format: 'swagger-2.0',
    title: 'Shop',
    api: { baseUrl: 'https://api.shop.example', auth: { kind: 'api-key', header: 'X-Key' } },
    entities: [
      {
        name: 'order',
        fieldCount: 3,
        operations: {
          list: { id: 'orders_list', method: 'GET', path: '/v3/orders', answers: 'records' },
          create: { method: 'POST', path: '/v3/orders', answers: 'record' },
        },
      },
    ],
  });
  expect(description.document).toMatchObject({
    components: { schemas: { Order: { properties: { note: { type: ['string', 'null'] } } } } },
  });
});

test('Swagger 1 is refused by name', async () => {
  await expect(load('{"swaggerVersion": "1.2", "apis": []}')).rejects.toMatchObject({
    code: 'unsupported_format',
    message: expect.stringContaining('Swagger 1.2'),
  });
});

test('whatever stands anywhere in a document, it is described or refused', async () => {
  const places = placesIn(shop);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 2 }), async (place, value) => {
      const damaged = structuredClone(shop) as unknown;
      const parent = place
        .slice(0, -1)
        .reduce<unknown>((node, step) => Reflect.get(Object(node), step), damaged);
      Reflect.set(Object(parent), place.at(-1) ?? '', value);
      const text = JSON.stringify(damaged);
      const opened = openText(text);
      const format = swaggerLoader.recognise(opened);
      if (format === undefined) return;
      const result = await Promise.resolve(swaggerLoader.load(opened, format, testContext())).catch(
        (error: unknown) => toCausewayError(error),
      );
      expect('kind' in result ? result.kind : 'described').not.toBe('bug');
    }),
    { numRuns: 150 },
  );
});

/** Paths of all values inside. */
function placesIn(value: unknown, before: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    [...before, name],
    ...placesIn(inner, [...before, name]),
  ]);
}

test('an empty list of media types on a call loses no body', async () => {
  const call = { ...shop.paths['/orders'].post, consumes: [], produces: [] };
  const written = { ...shop, paths: { '/orders': { ...shop.paths['/orders'], post: call } } };
  expect((await load(JSON.stringify(written))).entities).toEqual((await load(JSON.stringify(shop))).entities);
});

test.each(['2.0', '2', "'2.0'"])('swagger: %s in YAML', async (version) => {
  const text = `swagger: ${version}
info: { title: Pier, version: 1 }
host: pier.example
paths:
  /berths:
    get:
      responses:
        200:
          description: ok
          schema: { type: array, items: { type: object, properties: { id: { type: string } } } }
`;
  const { format, api, entities, warnings } = await load(text);
  expect([format, api.baseUrl, entities.map(({ name, fieldCount }) => [name, fieldCount])]).toStrictEqual([
    'swagger-2.0',
    'https://pier.example',
    [['berth', 1]],
  ]);
  expect(
    warnings.filter(({ message }) => /version|recognised/i.test(message) && !/"version"/.test(message)),
  ).toStrictEqual([]);
});
