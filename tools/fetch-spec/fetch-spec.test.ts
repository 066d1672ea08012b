import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { testContext } from '../core/__fixtures__/test-context.ts';
import { callTool } from '../core/index.ts';
import { fetchSpec } from './index.ts';

const fixtures = join(import.meta.dirname, '__fixtures__');

async function read(spec: string, cwd: string | null = fixtures) {
  const context = testContext({ cwd });
  const result = await callTool(fetchSpec, { spec }, context);
  if (!result.ok) throw result.error;
  return { ...result, description: await context.artifacts.get('spec', result.output.spec) };
}

test('a bundled system, by alias, in any case', async () => {
  const { output, description } = await read('Hub-Spot', null);
  expect(output).toMatchObject({
    system: 'hubspot',
    format: 'catalog',
    warnings: [{ code: 'bundled_facts' }],
  });
  expect(output.entities.map(({ name }) => name)).toStrictEqual(['contact', 'company', 'deal']);
  expect(output.entities[0]?.operations.list).toStrictEqual({
    id: 'listContacts',
    method: 'GET',
    path: '/crm/v3/objects/contacts',
  });
  expect(description).toMatchObject({ system: 'hubspot', api: { baseUrl: 'https://api.hubapi.com' } });
});

test('an OpenAPI file: record types, calls, envelope, paging, auth, errors', async () => {
  const { output, description } = await read('shop.openapi.yaml');
  const { entities, api, patterns } = description;
  expect(
    entities.map(({ name, label, aliases, fieldCount, schemaAt }) => ({
      name,
      label,
      aliases,
      fieldCount,
      schemaAt,
    })),
  ).toStrictEqual([
    {
      name: 'orderLine',
      label: 'Order line',
      aliases: ['order_lines', 'Line'],
      fieldCount: 3,
      schemaAt:
        '/paths/~1order_lines~1{line_id}/get/responses/200/content/application~1json/schema/properties/order_line',
    },
  ]);
  expect(output.entities[0]?.operations).toStrictEqual({
    list: { id: 'listLines', method: 'GET', path: '/api/v2/order_lines' },
    get: { id: 'getOrderLinesLineId', method: 'GET', path: '/api/v2/order_lines/{line_id}' },
    create: { id: 'createLine', method: 'POST', path: '/api/v2/order_lines' },
    update: { id: 'putOrderLinesLineId', method: 'PUT', path: '/api/v2/order_lines/{line_id}' },
    delete: { id: 'deleteOrderLinesLineId', method: 'DELETE', path: '/api/v2/order_lines/{line_id}' },
    search: { id: 'getOrderLinesSearch', method: 'GET', path: '/api/v2/order_lines/search' },
    changes: { id: 'listLines', method: 'GET', path: '/api/v2/order_lines' },
  });
  const { list, get, create, update, search, changes } = entities[0]?.operations ?? {};
  expect(list).toMatchObject({
    responseAt: 'order_lines',
    answers: 'records',
    pagination: {
      kind: 'cursor',
      in: 'query',
      parameter: 'cursor',
      nextPath: 'meta.next_cursor',
      hasMorePath: null,
      limitParameter: 'per_page',
      maxLimit: 200,
    },
    at: '/paths/~1order_lines/get',
  });
  expect(list?.parameters.map(({ name, in: place, type }) => `${place} ${name} ${type}`)).toStrictEqual([
    'header X-Trace string',
    'query cursor string',
    'query per_page integer',
    'query updated_since string',
  ]);
  expect(get).toMatchObject({ responseAt: 'order_line', answers: 'record', pagination: null });
  expect(create).toMatchObject({ requestAt: 'order_line', answers: 'location' });
  expect(update).toMatchObject({ requestAt: 'order_line', answers: 'nothing' });
  expect(search).toMatchObject({ responseAt: '', query: { q: '{value}' } });
  expect(changes).toMatchObject({ query: { updated_since: '{since}' }, since: 'iso' });
  expect(description.system).toBe('corner');
  expect(api).toStrictEqual({
    baseUrl: 'https://{region}.corner.example',
    variables: [
      {
        name: 'region',
        env: 'CORNER_REGION',
        description: 'region in the address of the API',
        secret: false,
      },
    ],
    auth: {
      kind: 'api-key',
      header: 'X-Shop-Key',
      credentials: [{ env: 'CORNER_API_KEY', description: 'Value of the X-Shop-Key header', secret: true }],
    },
    requestsPerSecond: null,
    errors: { message: 'error.message', code: 'error.code' },
    requestIdHeader: null,
    idempotencyHeader: 'Idempotency-Key',
    docs: null,
    protocol: 'rest',
  });
  const kinds = Object.entries(patterns).map(([name, findings]) => [name, findings.map(({ kind }) => kind)]);
  expect(Object.fromEntries(kinds)).toStrictEqual({
    auth: ['api-key'],
    pagination: ['cursor'],
    rateLimit: ['too-many-requests'],
    idempotency: ['idempotency-key'],
    incremental: ['updated-since-filter'],
    deletes: [],
    bulk: [],
    webhooks: [],
    errors: ['json-body'],
  });
  // The document declares `line_id` nowhere: that is said, and the parameter is there all the same.
  expect(get?.parameters.map(({ name, in: place }) => `${place} ${name}`)).toStrictEqual(['path line_id']);
  expect(output.warnings.map(({ code, at }) => `${code} ${at}`)).toStrictEqual([
    'invalid_openapi /paths/~1order_lines~1{line_id}/get',
    'invalid_openapi /paths/~1order_lines~1{line_id}/put',
    'invalid_openapi /paths/~1order_lines~1{line_id}/delete',
    'invalid_openapi /paths/~1order_lines~1{line_id}~1cancel/post',
  ]);
});

test('the same bytes give the same id, packed or not', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'causeway-spec-'));
  const text = '{"openapi": "3.1.0", "info": {"title": "A", "version": 1}, "paths": {}}';
  writeFileSync(join(dir, 'a.json'), `\ufeff${text}`);
  const first = await read('a.json', dir);
  writeFileSync(join(dir, 'a.json'), gzipSync(text));
  const second = await read(join(dir, 'a.json'));
  expect(second.output.spec).toBe(first.output.spec);
  expect(second.output).toMatchObject({ version: '1', entities: [], format: 'openapi-3.1' });
});

test('sample records are a description of one record type', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'causeway-spec-'));
  writeFileSync(join(dir, 'line-items.sample.jsonl'), '{"id": 1}\n{"id": 2, "sku": "a"}\n');
  const named = await read('line-items.sample.jsonl#product', dir);
  expect(named.output.entities).toStrictEqual([
    { name: 'product', label: 'Product', fieldCount: 2, operations: {} },
  ]);
  const { output } = await read('line-items.sample.jsonl', dir);
  expect(output).toMatchObject({
    system: 'line-items',
    format: 'json-samples',
    entities: [{ name: 'lineItem' }],
  });
});

test('a description of a bundled system gets what the catalog knows, and cannot bring facts of its own', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'causeway-spec-'));
  const response = {
    description: 'ok',
    content: {
      'application/json': {
        schema: { type: 'array', items: { type: 'object', properties: { id: { type: 'string' } } } },
      },
    },
  };
  const document = {
    openapi: '3.0.0',
    info: { title: 'Contacts', version: '3' },
    servers: [{ url: 'https://api.hubapi.com' }],
    'x-causeway-catalog': { system: 'evil' },
    paths: { '/crm/v3/objects/contacts': { get: { operationId: 'own', responses: { 200: response } } } },
  };
  writeFileSync(join(dir, 'contacts.json'), JSON.stringify(document));
  const { output, description } = await read('contacts.json', dir);
  expect(output.warnings.map(({ code }) => code)).toContain('catalog_added');
  expect(description).toMatchObject({
    system: 'hubspot',
    api: { auth: { kind: 'bearer' } },
    entities: [
      {
        name: 'contact',
        operations: { list: { id: 'own', query: { properties: '{fields}' } }, search: { body: {} } },
      },
    ],
    catalog: { system: 'hubspot' },
  });
});

test.each([
  ['hubsopt', 'unknown_system', 2],
  ['./missing.json', 'unreadable_path', 2],
  ['..', 'which_file', 2],
  ['/dev/zero', 'unreadable_path', 2],
  ['https://127.0.0.1:1/', 'private_host', 3],
])('%s is refused as %s', async (spec, code, exitCode) => {
  await expect(read(spec)).rejects.toMatchObject({ code, exitCode });
});

test('files cannot be named where there is no working directory', async () => {
  for (const spec of ['shop.openapi.yaml', '/etc/hostname', '../x.json']) {
    await expect(read(spec, null)).rejects.toMatchObject({ code: 'paths_refused', exitCode: 3 });
  }
});
