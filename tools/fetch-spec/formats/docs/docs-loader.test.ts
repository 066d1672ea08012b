import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testContext } from '../../../core/__fixtures__/test-context.ts';
import { toCausewayError } from '../../../core/index.ts';
import { isObject, type Json, objectOf, property } from '../../../core/json/json.ts';
import { openText } from '../../front-door/__fixtures__/open-text.ts';
import { docsLoader } from './docs-loader.ts';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '__fixtures__', name), 'utf8');

function load(text: string, name = 'page.html', beside: Readonly<Record<string, string>> = {}) {
  const opened = openText(text, { name, beside });
  const format = docsLoader.recognise(opened);
  return format === undefined ? undefined : docsLoader.load(opened, format, testContext());
}

/** Each field of a schema in one line. */
function lines(schema: Json | undefined, before = ''): string[] {
  return Object.entries(objectOf(property(schema, 'properties'))).flatMap(([name, value]) => {
    const inner = property(value, 'items') ?? value;
    const path = `${before}${name}${property(value, 'items') === undefined ? '' : '[]'}`;
    if (isObject(property(inner, 'properties'))) return lines(inner, `${path}.`);
    const facts = objectOf(property(inner, 'x-causeway'));
    const values = property(inner, 'enum');
    return [
      [
        path,
        facts['type'] ?? property(inner, 'type'),
        Array.isArray(values) ? values.join('|') : '',
        facts['at'],
      ]
        .filter((part) => part !== '' && part !== undefined)
        .join(' '),
    ];
  });
}

test('a Markdown reference: calls, parameters, bodies, the object, and where each field was read', async () => {
  const description = await load(fixture('slate.md'), 'slate.md');
  expect(description).toMatchObject({
    format: 'docs-markdown',
    title: 'Acme Orders API',
    api: { baseUrl: 'https://api.acme.example', auth: { kind: 'bearer' } },
    entities: [
      {
        name: 'order',
        operations: {
          list: {
            path: '/v1/orders',
            responseAt: 'orders',
            pagination: {
              kind: 'cursor',
              parameter: 'cursor',
              nextPath: 'next_cursor',
              limitParameter: 'limit',
            },
          },
          create: { path: '/v1/orders' },
          get: { path: '/v1/orders/{id}' },
        },
      },
    ],
  });
  const at = '/paths/~1v1~1orders/post';
  const schemas = objectOf(property(property(description?.document, 'components'), 'schemas'));
  expect(lines(schemas['order'])).toStrictEqual([
    'id string slate.md#the-order-object',
    'status string open|paid|closed slate.md#the-order-object',
    'total number slate.md#the-order-object',
    'note string slate.md#the-order-object',
    'created_at date-time slate.md#the-order-object',
  ]);
  expect(description?.entities[0]?.operations.create?.at).toBe(at);
  expect(description?.patterns.rateLimit.length).toBeGreaterThan(0);
  expect(description?.warnings.map(({ code }) => code)).toContain('read_from_docs');
});

test('an HTML reference: lists of attributes, nested ones, and nothing of scripts and navigation', async () => {
  const description = await load(fixture('reference.html'), 'reference.html');
  expect(description?.entities).toMatchObject([
    { name: 'person', operations: { list: { path: '/v1/people' }, get: { path: '/v1/people/{id}' } } },
  ]);
  const schemas = objectOf(property(property(description?.document, 'components'), 'schemas'));
  expect(lines(schemas['person'])).toStrictEqual([
    'id string reference.html#person-object',
    'email string reference.html#person-object',
    'address.city string reference.html#person-object',
    'address.zip string reference.html#person-object',
    'roles[] string reference.html#person-object',
    'born date reference.html#person-object',
  ]);
  expect(JSON.stringify(description)).not.toMatch(/hidden|navigation/);
});

test('llms.txt: the pages it links are read, and those that cannot be are named', async () => {
  const beside = {
    'orders.md':
      '# Orders\n\n## The order object\n\n| Field | Type |\n|---|---|\n| id | string |\n| total | number |\n',
    './people.md':
      '# People\n\nGET /v1/people\n\n## The person object\n\n| Field | Type |\n|---|---|\n| id | string |\n| name | string |\n',
  };
  const text =
    '# Acme\n\n> The API of Acme.\n\n## Docs\n\n- [Orders](orders.md): orders\n- [People](./people.md)\n- [Gone](gone.md)\n- [Mail](mailto:x@example.com)\n';
  const description = await load(text, 'llms.txt', beside);
  expect(description).toMatchObject({ format: 'llms-txt', title: 'Acme' });
  expect(description?.entities.map(({ name, fieldCount }) => [name, fieldCount])).toStrictEqual([
    ['person', 2],
    ['order', 2],
  ]);
  expect(
    description?.warnings.filter(({ code }) => code === 'page_not_read').map(({ at }) => at),
  ).toStrictEqual(['gone.md']);
});

test.each([
  [
    'a login page',
    '<html><head><title>Sign in</title></head><body><form><input type="password"></form><table></table></body></html>',
  ],
  [
    'an error page',
    '<!doctype html><html><head><title>404 Not Found</title></head><body>GET /v1/x</body></html>',
  ],
  [
    'an application shell',
    '<!doctype html><html><body><div id="root"></div><script src="x.js"></script></body></html>',
  ],
  ['a text', '# Readme\n\nInstall it with npm.\n'],
])('%s is no documentation', (_, text) => {
  expect(load(text)).toBeUndefined();
});

test('a page with a table that is none of fields is refused by name', async () => {
  await expect(
    load('# Prices\n\n| Plan | Price |\n|---|---|\n| Free | 0 |\n', 'prices.md'),
  ).rejects.toMatchObject({
    code: 'not_a_spec',
    message: expect.stringContaining('no call and no table of fields'),
  });
});

test('cut and shuffled pages are described or refused', async () => {
  const texts = [fixture('slate.md'), fixture('reference.html')];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...texts),
      fc.nat(),
      fc.nat(),
      fc.string(),
      async (text, from, length, junk) => {
        const start = from % text.length;
        const damaged = text.slice(0, start) + junk + text.slice(start + (length % 400));
        const result = await Promise.resolve()
          .then(() => load(damaged))
          .catch((error: unknown) => toCausewayError(error));
        expect(result !== undefined && 'kind' in result ? result.kind : 'described').not.toBe('bug');
      },
    ),
    { numRuns: 100 },
  );
});
