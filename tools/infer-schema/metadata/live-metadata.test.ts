import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { testContext } from '../../core/__fixtures__/test-context.ts';
import { callTool } from '../../core/index.ts';
import { Api, type ApiDescription, Patterns } from '../../model/index.ts';
import { inferSchema } from '../index.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const token = 's3cret-token';
const description: ApiDescription = {
  system: 'acme',
  title: 'Acme',
  version: '1',
  format: 'catalog',
  origin: 'acme',
  api: Api.parse({
    baseUrl: 'https://api.acme.example',
    auth: { kind: 'bearer', credentials: [{ env: 'ACME_TOKEN', description: 'Token' }] },
  }),
  warnings: [],
  entities: [
    { name: 'contact', label: 'Contact', aliases: [], operations: {}, fieldCount: 2, schemaAt: null },
  ],
  patterns: Patterns.parse({}),
  document: {},
  catalog: {
    system: 'acme',
    title: 'Acme',
    version: '1',
    asOf: '2026-11',
    customFields: {
      from: 'GET /properties/{entity}',
      live: { path: '/v1/properties/{entity}', entities: { contact: 'contacts' } },
    },
    entities: {
      contact: {
        label: 'Contact',
        description: 'A person',
        idField: 'id',
        naturalKeys: [],
        externalIdField: null,
        createdField: null,
        updatedField: null,
        fields: [
          {
            path: 'properties.email',
            type: 'string',
            format: 'email',
            description: 'Main address',
            examples: ['a@example.com'],
          },
          { path: 'properties.gone', type: 'string' },
        ],
      },
    },
  } as never,
};

const property = (name: string, more: object = {}) => ({
  name,
  label: name.toUpperCase(),
  type: 'string',
  fieldType: 'text',
  groupName: 'g',
  hubspotDefined: true,
  options: [],
  ...more,
});
const answer = JSON.stringify({
  results: [property('email'), property('shoe_size', { type: 'number', hubspotDefined: false })],
});

async function infer(
  env: Record<string, string>,
  args: { metadata?: string } = {},
  cwd: string | null = null,
) {
  const context = testContext({ env, cwd });
  const spec = await context.artifacts.put('spec', description);
  const result = await callTool(inferSchema, { spec, ...args }, context);
  if (!result.ok) throw result.error;
  return context.artifacts.get('schema', result.output.schema);
}

test('with credentials the account is asked, and knows its fields best', async () => {
  const seen: string[] = [];
  const base = await serve((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    response.end(answer);
  });
  const entity = await infer({ ACME_TOKEN: token, ACME_BASE_URL: base });
  expect(seen).toStrictEqual([`GET /v1/properties/contacts Bearer ${token}`]);
  expect(
    entity.fields
      .filter(({ path }) => path.startsWith('properties.'))
      .map(({ path, type, format, label, description: text, custom, at }) => [
        path,
        type,
        format,
        label,
        text,
        custom,
        at,
      ]),
  ).toStrictEqual([
    [
      'properties.email',
      'string',
      'email',
      'EMAIL',
      'Main address',
      false,
      'metadata:/v1/properties/contacts',
    ],
    ['properties.gone', 'string', null, null, null, false, 'catalog:acme#contact'],
    ['properties.shoe_size', 'number', null, 'SHOE_SIZE', null, true, 'metadata:/v1/properties/contacts'],
  ]);
  expect(entity.warnings.map(({ code }) => code)).toStrictEqual(['metadata_merged', 'not_in_account']);
  expect(entity.provenance).toStrictEqual([
    'Facts about Acme 1, read 2026-11',
    'Field metadata of the account: 6 fields from /v1/properties/contacts',
  ]);
  expect(JSON.stringify(entity)).not.toContain(token);
});

test('without credentials the bundled fields stand, and it is said which variable would help', async () => {
  const entity = await infer({});
  expect(entity.fields).toHaveLength(2);
  expect(entity.warnings.at(-1)).toStrictEqual({
    code: 'live_metadata_skipped',
    message:
      "The fields are those bundled with Causeway; with ACME_TOKEN set, the account's own are read from Acme",
    at: '/v1/properties/contacts',
  });
});

test.each<[string, RequestListener, RegExp]>([
  ['a refusal', (_, response) => response.writeHead(401).end('bad token s3cret-token'), /Acme answered 401/],
  ['a missing page', (_, response) => response.writeHead(404).end(), /Acme answered 404/],
  ['no JSON', (_, response) => response.end('<html>'), /Acme did not answer JSON/],
  ['other JSON', (_, response) => response.end('{"a": 1}'), /no field metadata/],
  ['a broken line', (request) => request.socket.destroy(), /Acme did not answer/],
])('%s is a warning, and the bundled fields are used', async (_, listener, message) => {
  const base = await serve(listener);
  const entity = await infer({ ACME_TOKEN: token, ACME_BASE_URL: base });
  expect(entity.fields).toHaveLength(2);
  expect(entity.warnings.at(-1)).toMatchObject({
    code: 'live_metadata_failed',
    message: expect.stringMatching(message),
  });
  expect(JSON.stringify(entity)).not.toContain(token);
});

test('a file of metadata goes before the account, and must be about the record type', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'causeway-metadata-'));
  writeFileSync(join(cwd, 'fields.json'), answer);
  writeFileSync(join(cwd, 'other.json'), '{"a": 1}');
  writeFileSync(
    join(cwd, 'user.json'),
    '{"user_fields": [{"id": 1, "key": "k", "type": "text", "raw_title": "k", "active": true}]}',
  );
  const entity = await infer(
    { ACME_TOKEN: token, ACME_BASE_URL: 'http://127.0.0.1:1' },
    { metadata: 'fields.json' },
    cwd,
  );
  expect(entity.warnings[0]).toMatchObject({ code: 'metadata_merged', at: 'fields.json' });
  await expect(infer({}, { metadata: 'other.json' }, cwd)).rejects.toMatchObject({ code: 'bad_metadata' });
  await expect(infer({}, { metadata: 'user.json' }, cwd)).rejects.toMatchObject({
    code: 'bad_metadata',
    message: 'user.json has the fields of user, not of contact',
  });
});

test('a file that is about other records is left aside, with a warning', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'causeway-metadata-'));
  const foreign = ['Name', 'Industry'].map((name) => ({
    name,
    soapType: 'x',
    nillable: true,
    type: 'string',
  }));
  writeFileSync(join(cwd, 'contact.json'), JSON.stringify({ name: 'Contact', fields: foreign }));
  const entity = await infer({}, { metadata: 'contact.json' }, cwd);
  expect(entity.fields.map(({ path }) => path)).toStrictEqual(['properties.email', 'properties.gone']);
  expect(entity.warnings.map(({ code }) => code)).toStrictEqual(['no_custom_fields', 'metadata_not_merged']);
  expect(entity.warnings.at(-1)).toStrictEqual({
    code: 'metadata_not_merged',
    message:
      'This field metadata is of other records: none of its fields (Name, Industry) is one of acme contact; nothing of it was used. Give the metadata of contact',
    at: 'contact.json',
  });
});
