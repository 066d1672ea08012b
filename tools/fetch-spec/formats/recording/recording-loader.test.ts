import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testContext } from '../../../core/__fixtures__/test-context.ts';
import { toCausewayError } from '../../../core/index.ts';
import type { JsonObject } from '../../../core/json/json.ts';
import { openText } from '../../front-door/__fixtures__/open-text.ts';
import { pathTemplate } from './path-template.ts';
import { recordingLoader } from './recording-loader.ts';

const load = (value: unknown) => {
  const opened = openText(JSON.stringify(value), { name: 'orders' });
  const format = recordingLoader.recognise(opened);
  return format === undefined ? undefined : recordingLoader.load(opened, format, testContext());
};

test.each([
  ['/v1/contacts/42', '/v1/contacts/{contactId}'],
  ['/v0/appBeIpEI3hxUKRMo/Tasks', '/v0/{id}/Tasks'],
  [
    '/accounts/96bfbc88-de80-40a4-9fb7-f047e656eaaf/envelopes/7',
    '/accounts/{accountId}/envelopes/{envelopeId}',
  ],
  ['/users/mia%40example.com/mails.json', '/users/{userId}/mails.json'],
  ['/services/data/v59.0/query', '/services/data/v59.0/query'],
  ['/api/users/1/users/2', '/api/users/{userId}/users/{userId2}'],
])('%s → %s', (path, template) => {
  expect(pathTemplate(path)).toBe(template);
});

const har = {
  log: {
    version: '1.2',
    entries: [
      {
        request: {
          method: 'GET',
          url: 'https://api.acme.example/v1/orders?limit=2&access_token=s3cret',
          headers: [
            { name: 'Authorization', value: 'Bearer s3cret' },
            { name: 'Cookie', value: 'session=s3cret' },
          ],
        },
        response: {
          status: 200,
          headers: [{ name: 'Link', value: '<x>; rel="next"' }],
          content: {
            mimeType: 'application/json',
            encoding: 'base64',
            text: Buffer.from(
              '[{"id": 1, "total": "5.00"}, {"id": 2, "total": "6.50", "token": "s3cret"}]',
            ).toString('base64'),
          },
        },
      },
      {
        request: {
          method: 'POST',
          url: 'https://api.acme.example/v1/orders',
          headers: [],
          postData: { mimeType: 'application/json', text: '{"total": "1.00"}' },
        },
        response: { status: 201, headers: [], content: { text: '{"id": 3, "total": "1.00"}' } },
      },
      { request: { method: 'GET', url: 'data:text/plain,x' } },
    ],
  },
};

test('a HAR file: calls, record, paging, authentication, and no secret', async () => {
  const description = await load(har);
  expect(description).toMatchObject({
    format: 'har',
    api: { baseUrl: 'https://api.acme.example', auth: { kind: 'bearer' } },
    entities: [
      {
        name: 'order',
        operations: {
          list: { path: '/v1/orders', pagination: { kind: 'link-header' } },
          create: { answers: 'record' },
        },
      },
    ],
    patterns: { auth: [{ kind: 'bearer' }] },
  });
  expect(JSON.stringify(description)).not.toContain('s3cret');
});

test.each([
  [
    'a query language',
    '/v3/query',
    { query: 'select * from Invoice' },
    { QueryResponse: { Invoice: [{ Id: '1' }] } },
    'invoice',
  ],
  ['the key of the list', '/data/query', {}, { page: 1, Payments: [{ id: 1 }] }, 'payment'],
  ['the step before', '/tickets/list', {}, { data: [{ id: 1 }] }, 'ticket'],
])('records are called by %s where the path does not say it', async (_, path, params, response, name) => {
  const description = await load([{ method: 'GET', path, request: { params }, status: 200, response }]);
  expect(description?.entities.map((entity) => entity.name)).toStrictEqual([name]);
});

test('GraphQL answers give the records inside their connections', async () => {
  const description = await load([
    {
      method: 'POST',
      path: '/graphql',
      request: { body: { query: '{ products { edges { node { id } } } }' } },
      status: 200,
      response: { data: { products: { edges: [{ node: { id: 'p1', lines: { nodes: [{ sku: 'a' }] } } }] } } },
    },
  ]);
  expect(description?.entities).toMatchObject([{ name: 'product', fieldCount: 2 }]);
});

test('whatever stands anywhere in a recording, it is described or refused', async () => {
  const text = JSON.stringify(har);
  const parts = [...text.matchAll(/(?<=:)(?:"[^"\\]*"|\d+)/g)];
  await fc.assert(
    fc.asyncProperty(fc.nat(parts.length - 1), fc.jsonValue({ maxDepth: 2 }), async (index, junk) => {
      const part = parts[index];
      if (part === undefined) return;
      const damaged =
        text.slice(0, part.index) + JSON.stringify(junk) + text.slice(part.index + part[0].length);
      const result = await Promise.resolve()
        .then(() => load(JSON.parse(damaged)))
        .catch((error: unknown) => toCausewayError(error));
      expect(result !== undefined && 'kind' in result ? result.kind : 'described').not.toBe('bug');
    }),
    // An object that cannot become a text.
    { numRuns: 150, examples: parts.map((_, index): [number, JsonObject] => [index, { toString: '' }]) },
  );
});
