import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testContext } from '../../../core/__fixtures__/test-context.ts';
import { type Json, objectOf, property } from '../../../core/json/json.ts';
import { openText } from '../../front-door/__fixtures__/open-text.ts';
import { docsLoader } from './docs-loader.ts';

async function load(name: string) {
  const text = readFileSync(join(import.meta.dirname, '__fixtures__', name), 'utf8');
  const opened = openText(text, { name });
  const description = await docsLoader.load(opened, docsLoader.recognise(opened) ?? '', testContext());
  expect(JSON.stringify(description)).not.toContain('s3cr3t');
  return description;
}
const at = (document: unknown, ...steps: string[]) =>
  steps.reduce<unknown>((inner, step) => property(inner, step), document) as Json | undefined;
const fieldsOf = (schema: Json | undefined): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(objectOf(property(schema, 'properties'))).map(([name, field]) => [
      name,
      property(field, 'properties') === undefined
        ? [
            objectOf(property(field, 'x-causeway'))['type'],
            ...(property(field, 'nullable') === true ? ['nullable'] : []),
            ...((property(field, 'enum') ?? []) as string[]),
          ]
        : fieldsOf(field),
    ]),
  );

test('attributes as nested lists without marks: names, types, what is folded away, curl for authentication', async () => {
  const { document, api, entities } = await load('nested-lists.html');
  expect(fieldsOf(at(document, 'components', 'schemas', 'berth'))).toStrictEqual({
    id: ['string'],
    status: ['string', 'free', 'taken', 'closed'],
    owner: { email: ['string', 'nullable'], address: ['object'] },
    created: ['date-time'],
  });
  expect(api).toMatchObject({ baseUrl: 'https://api.quay.example', auth: { kind: 'basic' } });
  expect(entities[0]?.operations['list']).toMatchObject({
    path: '/v1/berths',
    pagination: { kind: 'last-id', parameter: 'starting_after', limitParameter: 'limit' },
  });
});

test('definitions: what must be sent, list values, and the key header of a command', async () => {
  const { document, api } = await load('definitions.html');
  const body = at(
    document,
    'paths',
    '/api/parcels',
    'post',
    'requestBody',
    'content',
    'application/json',
    'schema',
  );
  expect([fieldsOf(body), property(body, 'required')]).toStrictEqual([
    { weight: ['integer'], label: ['string'], size: ['string', 'small', 'medium', 'large'] },
    ['weight', 'label'],
  ]);
  expect(property(at(body, 'properties', 'weight'), 'x-causeway')).toMatchObject({
    at: 'definitions.html#request-body',
  });
  expect(api.auth).toMatchObject({ kind: 'api-key', header: 'X-Api-Key' });
});

test('MDX: the call of the front matter, fields as elements, nested ones, and parameters that are no fields', async () => {
  const { document, title } = await load('field-elements.mdx');
  const call = at(document, 'paths', '/v1/boats', 'post');
  const body = at(call, 'requestBody', 'content', 'application/json', 'schema');
  expect([title, fieldsOf(body), property(body, 'required')]).toStrictEqual([
    'Create boat',
    { name: ['string'], kind: ['string', 'sail', 'motor', 'row'] },
    ['name'],
  ]);
  expect(fieldsOf(at(call, 'responses', '200', 'content', 'application/json', 'schema'))).toStrictEqual({
    id: ['string'],
    owner: { email: ['string'] },
  });
  expect(at(call, 'parameters')).toMatchObject([{ name: 'dry_run', in: 'query' }]);
});

test('address, key header and paging that only sentences tell', async () => {
  const { api, entities } = await load('paging-in-words.md');
  expect(api).toMatchObject({
    baseUrl: 'https://api.grain.example',
    auth: { kind: 'api-key', header: 'X-Grain-Key' },
  });
  expect(
    entities.map(({ name, operations }) => [
      name,
      operations['list']?.path,
      operations['list']?.pagination?.kind,
    ]),
  ).toStrictEqual([
    ['silo', '/v3/silos', 'page'],
    ['truck', '/v3/trucks', 'cursor'],
  ]);
});

test('an index of pages that are not there says so', async () => {
  const text = '# Acme\n\n> Index\n\n- [Boats](https://docs.acme.example/boats.md)\n- [Crew](./crew.md)\n';
  const opened = openText(text, { name: 'llms.txt' });
  await expect(
    docsLoader.load(opened, docsLoader.recognise(opened) ?? '', testContext()),
  ).rejects.toMatchObject({
    code: 'not_a_spec',
    message: expect.stringContaining('none of the 2 that it links could be read'),
  });
});
