import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, introspectionFromSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { testContext } from '../../../core/__fixtures__/test-context.ts';
import { readPointer } from '../../../core/json/pointer.ts';
import type { ApiDescription } from '../../../model/index.ts';
import { openText } from '../../front-door/__fixtures__/open-text.ts';
import { damagedJson, damagedText, survives } from '../json-schema/__fixtures__/damage.ts';
import { graphqlLoader } from './graphql-loader.ts';

const sdl = readFileSync(join(import.meta.dirname, '__fixtures__/marlow.graphql'), 'utf8');

async function load(text: string): Promise<ApiDescription> {
  const opened = openText(text, { name: 'marlow-schema' });
  return graphqlLoader.load(opened, graphqlLoader.recognise(opened) ?? '', testContext());
}

const calls = ({ entities }: ApiDescription) =>
  Object.fromEntries(
    entities.map(({ name, operations }) => [
      name,
      Object.fromEntries(
        Object.entries(operations).map(([kind, { id, at, responseAt }]) => [
          kind,
          `${id} ${at} ${responseAt}`,
        ]),
      ),
    ]),
  );

const expectedCalls = {
  customer: {
    get: 'customer QueryRoot.customer data.customer',
    list: 'customers QueryRoot.customers data.customers.nodes',
    create: 'customerCreate Mutation.customerCreate data.customerCreate.customer',
    update: 'customerUpdate Mutation.customerUpdate data.customerUpdate.customer',
    upsert: 'customerSet Mutation.customerSet data.customerSet.customer',
    delete: 'customerDelete Mutation.customerDelete data.customerDelete',
  },
  order: {
    get: 'node QueryRoot.node data.node',
    list: 'orders QueryRoot.orders data.orders.edges[].node',
  },
  product: {
    list: 'products QueryRoot.products data.products',
    create: 'createProduct Mutation.createProduct data.createProduct',
  },
  deletionEvent: { list: 'deletionEvents QueryRoot.deletionEvents data.deletionEvents.nodes' },
  line: { get: 'node QueryRoot.node data.node' },
  address: {},
};

test('records are the types with an id or a list; helper types are none', async () => {
  const description = await load(sdl);
  expect(description.format).toBe('graphql-sdl');
  expect(description.api.protocol).toBe('graphql');
  expect(calls(description)).toStrictEqual(expectedCalls);
  expect(description.entities[0]).toMatchObject({
    name: 'customer',
    aliases: ['Customer', 'customers'],
    schemaAt: '/components/schemas/Customer',
    createAt: '/components/schemas/CustomerInput',
    updateAt: '/components/schemas/CustomerUpdateInput',
    fieldCount: 13,
  });
  expect(description.warnings.map(({ code }) => code)).toStrictEqual([
    'no_server',
    'no_auth',
    'fields_with_arguments',
  ]);
});

test('the list can be paged by a client', async () => {
  const { entities } = await load(sdl);
  expect(entities[0]?.operations.list?.pagination).toStrictEqual({
    kind: 'cursor',
    in: 'body',
    parameter: 'variables.after',
    nextPath: 'data.customers.pageInfo.endCursor',
    hasMorePath: 'data.customers.pageInfo.hasNextPage',
    limitParameter: 'variables.first',
    maxLimit: 250,
  });
});

test('a record: scalars, enums, values inside, other records by their id', async () => {
  const { document } = await load(sdl);
  expect(readPointer(document, '/components/schemas/Customer')).toStrictEqual({
    type: 'object',
    description: 'Somebody who buys.',
    properties: {
      id: { type: 'string', format: 'id', nullable: false },
      displayName: { type: 'string', nullable: false, description: 'Given and family name.' },
      email: { type: 'string', nullable: true, description: 'Deprecated: Use `emails`.', deprecated: true },
      state: { $ref: '#/components/schemas/CustomerState', nullable: false },
      tags: { type: 'array', nullable: false, items: { type: 'string', nullable: false } },
      website: { type: 'string', format: 'uri', nullable: true },
      spent: { $ref: '#/components/schemas/Money', nullable: false },
      ordersCount: { type: 'string', format: 'int64', nullable: false },
      address: { $ref: '#/components/schemas/Address.part', nullable: true },
      lastOrder: {
        type: 'object',
        nullable: true,
        properties: {
          id: { type: 'string', format: 'id', nullable: true, 'x-causeway': { reference: 'order' } },
        },
        required: ['id'],
      },
      orders: {
        type: 'object',
        nullable: false,
        properties: {
          edges: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                node: {
                  type: 'object',
                  nullable: false,
                  properties: {
                    id: {
                      type: 'string',
                      format: 'id',
                      nullable: false,
                      'x-causeway': { reference: 'order' },
                    },
                  },
                  required: ['id'],
                },
              },
              required: ['node'],
            },
          },
        },
        required: ['edges'],
      },
      extra: { nullable: true },
      createdAt: { type: 'string', format: 'date-time', nullable: false },
    },
    required: ['id', 'displayName', 'state', 'tags', 'spent', 'ordersCount', 'orders', 'createdAt'],
  });
  expect(readPointer(document, '/components/schemas/CustomerState')).toStrictEqual({
    type: 'string',
    enum: ['ENABLED', 'DISABLED'],
    'x-causeway': { enumLabels: { ENABLED: 'May log in.' } },
  });
});

test('what is sent: required without a default, references by name, no bookkeeping', async () => {
  const { document } = await load(sdl);
  expect(readPointer(document, '/components/schemas/CustomerInput')).toMatchObject({
    required: ['displayName'],
    properties: expect.not.objectContaining({ clientMutationId: expect.anything() }),
  });
  expect(
    readPointer(document, '/components/schemas/CustomerUpdateInput/properties/lastOrderId'),
  ).toStrictEqual({
    type: 'string',
    format: 'id',
    nullable: true,
    'x-causeway': { reference: 'order' },
  });
  // A mutation without an input type: its arguments are the record.
  expect(readPointer(document, '/components/schemas/createProduct.arguments')).toStrictEqual({
    type: 'object',
    properties: {
      title: { type: 'string', nullable: false },
      price: { type: 'string', format: 'decimal', nullable: true },
    },
    required: ['title'],
  });
});

test('records of one owner are shown inside it, unions with all their variants, and what nobody can write is read-only', async () => {
  const { document } = await load(sdl);
  expect(readPointer(document, '/components/schemas/Order/properties')).toMatchObject({
    customer: { properties: { id: { 'x-causeway': { reference: 'customer' } } }, readOnly: true },
    lines: { properties: { nodes: { items: { $ref: '#/components/schemas/Line.part' } } } },
    payment: {
      nullable: true,
      readOnly: true,
      properties: { __typename: { enum: ['CardPayment', 'Voucher'] } },
      oneOf: [{ $ref: '#/components/schemas/CardPayment' }, { $ref: '#/components/schemas/Voucher' }],
      discriminator: { propertyName: '__typename' },
    },
  });
});

test('patterns, each with the place it was read at', async () => {
  const { patterns } = await load(sdl);
  const seen = Object.entries(patterns).flatMap(([name, findings]) =>
    findings.map(({ kind, evidence }) => `${name} ${kind}: ${evidence}`),
  );
  expect(seen).toStrictEqual([
    'pagination graphql-connection: arguments and answer of QueryRoot.customers',
    'pagination page: arguments and answer of QueryRoot.products',
    'rateLimit query-cost: field QueryRoot.rateLimit',
    'idempotency idempotency-key: directive @idempotent',
    'idempotency external-id-upsert: mutation Mutation.customerSet',
    'incremental search-filter: argument query of QueryRoot.customers',
    'incremental sort-by-updated: argument sortKey of QueryRoot.customers',
    'deletes deleted-list: query QueryRoot.deletionEvents',
    'deletes archived-flag: argument includeArchived of QueryRoot.orders',
    'bulk async-job: mutation Mutation.bulkOperationRunQuery',
    'bulk batch-calls: mutation Mutation.productsBulkCreate',
    'webhooks subscription-calls: mutation Mutation.webhookSubscriptionCreate',
    'errors graphql-errors: every GraphQL answer has its errors at the top; mutations answer their own as CustomerCreatePayload.userErrors',
  ]);
  expect(patterns.pagination[0]?.detail).toMatchObject({
    parameter: 'after',
    limitParameter: 'first',
    maxLimit: 250,
    nextPath: 'pageInfo.endCursor',
    hasMorePath: 'pageInfo.hasNextPage',
    stop: 'pageInfo.hasNextPage is false',
    lists: 3,
  });
});

test.each([
  ['bare', (result: unknown) => result],
  ['inside data', (data: unknown) => ({ data })],
])('an introspection result, %s, says the same as the SDL', async (_, wrap) => {
  const result = introspectionFromSchema(buildSchema(sdl));
  const [fromSdl, description] = await Promise.all([load(sdl), load(JSON.stringify(wrap(result)))]);
  expect(description.format).toBe('graphql-introspection');
  expect(calls(description)).toStrictEqual(expectedCalls);
  const schemas = ({ document }: ApiDescription) => readPointer(document, '/components/schemas');
  expect(schemas(description)).toStrictEqual(schemas(fromSdl));
});

test('extensions and fields defined twice are put together, with a warning', async () => {
  const text = 'type Query { a(id: ID!): A }\ntype A { id: ID! x: Int x: String }\nextend type A { y: Int }';
  const { entities, warnings, document } = await load(text);
  expect(entities[0]).toMatchObject({ name: 'a', fieldCount: 3 });
  expect(readPointer(document, '/components/schemas/A/properties/x')).toMatchObject({ type: 'integer' });
  expect(warnings).toContainEqual({
    code: 'duplicate_field',
    message: 'A.x is defined twice, the first one counts',
    at: 'A.x',
  });
});

test.each([
  [
    'a broken schema',
    'type A {\n  id: ID!\n  x: [Int\n}',
    /broken at line 4, column 1: Syntax Error: Expected "\]"/,
  ],
  ['only scalars', 'scalar A', /defines no type/],
  ['only enums', 'enum A { B }', /no object type with fields/],
  ['deep nesting', `type A { x: ${'['.repeat(60_000)}`, /nested too deeply|broken at line 1/],
])('%s is refused with the place', async (_, text, message) => {
  await expect(load(text)).rejects.toMatchObject({
    code: 'not_a_spec',
    message: expect.stringMatching(message),
  });
});

describe('damaged', () => {
  const pieces = [
    '{',
    '}',
    '(',
    '!',
    '"""',
    '#',
    'extend type Customer @x',
    'type __proto__ { constructor: Int }',
    '[[[',
  ];

  test('SDL is described or refused', async () => {
    expect(await survives(graphqlLoader, damagedText(sdl, pieces), 300)).toBeGreaterThan(50);
  });

  test('introspection is described or refused', async () => {
    const result: unknown = JSON.parse(JSON.stringify(introspectionFromSchema(buildSchema(sdl))));
    const wrong = [
      null,
      'Customer',
      { kind: 'NON_NULL', ofType: { kind: 'LIST' } },
      { kind: 'OBJECT', name: '__proto__' },
      [],
    ];
    expect(await survives(graphqlLoader, damagedJson(result, wrong), 300)).toBeGreaterThan(150);
  });
});

const corpus = process.env['CAUSEWAY_SPECS'];

describe.skipIf(!corpus)('real schemas (skipped: no corpus)', () => {
  test('GitHub as SDL, which is not valid as a whole', async () => {
    const text = readFileSync(join(corpus ?? '', 'github/graphql.schema.graphql'), 'utf8');
    const description = await load(text);
    const all = calls(description);
    expect(all).toMatchObject({
      repository: {
        get: expect.stringMatching(/^repository /),
        create: expect.stringMatching(/^createRepository /),
      },
      issue: {
        update: expect.stringMatching(/^updateIssue /),
        delete: expect.stringMatching(/^deleteIssue /),
      },
    });
    expect(
      Object.keys(all).filter((name) => /(?:connection|edge|payload|pageInfo)$/i.test(name)),
    ).toStrictEqual([]);
  });
});
