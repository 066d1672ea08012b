import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { testContext } from '../../../core/__fixtures__/test-context.ts';
import { readPointer } from '../../../core/json/pointer.ts';
import type { ApiDescription } from '../../../model/index.ts';
import { openText } from '../../front-door/__fixtures__/open-text.ts';
import { damagedText, survives } from '../json-schema/__fixtures__/damage.ts';
import { protobufLoader } from './protobuf-loader.ts';

const plots = readFileSync(join(import.meta.dirname, '__fixtures__/plots.proto'), 'utf8');
const common = 'syntax = "proto3"; package acorn; message Money { string currency = 1; int32 cents = 2; }';

async function load(text: string): Promise<ApiDescription> {
  const opened = openText(text, { name: 'plots', beside: { 'common.proto': common } });
  expect(protobufLoader.recognise(opened)).toBe('protobuf');
  return protobufLoader.load(opened, 'protobuf', testContext());
}

test('the whole file: records, calls over HTTP, address', async () => {
  const { entities, api, title, version, warnings } = await load(plots);
  expect([title, version, api.protocol, api.baseUrl]).toStrictEqual([
    'acorn plots',
    'v1',
    'rest',
    'https://plots.acorn.example',
  ]);
  const calls = entities.map(({ name, operations, createAt, updateAt }) => ({
    name,
    createAt,
    updateAt,
    calls: Object.entries(operations).map(
      ([kind, { id, method, path, requestAt, responseAt, answers }]) =>
        `${kind} ${id} ${method} ${path} ${requestAt} ${responseAt} ${answers}`,
    ),
  }));
  expect(calls).toStrictEqual([
    {
      name: 'plot',
      createAt: '/components/schemas/acorn.plots.v1.Plot',
      updateAt: '/components/schemas/acorn.plots.v1.Plot',
      calls: [
        'list ListPlots GET /v1/{parent}/plots  plots records',
        'get GetPlot GET /v1/{name}   record',
        'create CreatePlot POST /v1/{parent}/plots   record',
        'update UpdatePlot PATCH /v1/{name} plot  record',
      ],
    },
    { name: 'soil', createAt: undefined, updateAt: undefined, calls: [] },
  ]);
  expect(entities[0]?.operations.list?.pagination).toStrictEqual({
    kind: 'cursor',
    in: 'query',
    parameter: 'pageToken',
    nextPath: 'nextPageToken',
    hasMorePath: null,
    limitParameter: 'pageSize',
    maxLimit: 500,
  });
  expect(warnings.map(({ code, at }) => [code, at])).toStrictEqual([
    ['missing_import', 'acorn/gone.proto'],
    ['unresolved_reference', ''],
  ]);
});

test('a message as it is in JSON', async () => {
  const { document } = await load(plots);
  expect(readPointer(document, '/components/schemas/acorn.plots.v1.Plot')).toStrictEqual({
    type: 'object',
    description: 'A piece of land.',
    properties: {
      name: { type: 'string' },
      displayName: {
        type: 'string',
        description: 'Required. What the sign says.',
        'x-causeway': { label: 'display_name' },
      },
      createTime: {
        type: 'string',
        format: 'date-time',
        readOnly: true,
        'x-causeway': { label: 'create_time' },
      },
      use: { $ref: '#/components/schemas/acorn.plots.v1.Plot.Use' },
      soils: { type: 'array', items: { $ref: '#/components/schemas/acorn.plots.v1.Soil' } },
      labels: { type: 'object', additionalProperties: { type: 'string' } },
      note: { type: 'string', nullable: true },
      areaCm2: { type: 'string', format: 'int64', deprecated: true, 'x-causeway': { label: 'area_cm2' } },
      person: { type: 'string', description: 'Only one of person, club is given.' },
      club: { type: 'string', description: 'Only one of person, club is given.' },
      rent: { $ref: '#/components/schemas/acorn.Money' },
      gone: {},
      theSecret: { type: 'string', writeOnly: true, 'x-causeway': { label: 'secret' } },
      neighbour: { type: 'string', 'x-causeway': { reference: 'plot' } },
      fenced: { type: 'boolean' },
    },
    required: ['displayName'],
  });
  expect(readPointer(document, '/components/schemas/acorn.plots.v1.Plot.Use')).toStrictEqual({
    type: 'string',
    description: 'The kinds of use.',
    enum: ['USE_UNSPECIFIED', 'BEDS'],
    'x-causeway': { enumLabels: { BEDS: 'Beds only.' } },
  });
  expect(readPointer(document, '/components/schemas/acorn.Money/properties')).toStrictEqual({
    currency: { type: 'string' },
    cents: { type: 'integer' },
  });
});

test('patterns', async () => {
  const { patterns } = await load(plots);
  const seen = Object.entries(patterns).flatMap(([name, findings]) =>
    findings.map(({ kind, evidence }) => `${name} ${kind}: ${evidence}`),
  );
  expect(seen).toStrictEqual([
    'auth bearer: option oauth_scopes of acorn.plots.v1.Plots',
    'pagination cursor: request and answer of acorn.plots.v1.Plots.ListPlots',
    'idempotency idempotency-key: field requestId of the request of acorn.plots.v1.Plots.CreatePlot',
    'deletes deleted-filter: field showDeleted of the request of acorn.plots.v1.Plots.ListPlots',
    'bulk batch-calls: method acorn.plots.v1.Plots.BatchDeletePlots',
  ]);
});

test('gRPC alone, with answers that are the record', async () => {
  const { entities, api } = await load(`syntax = "proto3"; package shed;
    service Sheds { rpc GetShed(GetShedRequest) returns (GetShedResponse); rpc AddShed(AddShedRequest) returns (AddShedResponse); }
    message GetShedRequest { string id = 1; }
    message GetShedResponse { string id = 1; string colour = 2; }
    message AddShedRequest { string colour = 1; }
    message AddShedResponse { string id = 1; }`);
  expect(api.protocol).toBe('grpc');
  expect(
    entities.map(({ name, operations }) => [name, Object.values(operations).map(({ path }) => path)]),
  ).toStrictEqual([['getShedResponse', ['/shed.Sheds/GetShed']]]);
});

test('proto2: required, defaults, groups', async () => {
  const { document } = await load(
    'syntax = "proto2"; message Bed { required string name = 1; optional int32 rows = 2 [default = 3]; optional group Edge = 4 { optional string wood = 1; } }',
  );
  expect(readPointer(document, '/components/schemas/Bed')).toMatchObject({
    properties: { name: { type: 'string' }, rows: { type: 'integer', default: 3 } },
    required: ['name'],
  });
});

test.each([
  ['syntax = "proto3";\nmessage A {\n  string x = ;\n}', /broken at line 3: illegal id ';'/],
  ['syntax = "proto3";\nmessage A { string x = 1', /broken at line 2/],
  ['syntax = "proto3"; message A {}', /no message with fields/],
  ['syntax = "proto3"; message __proto__ { string x = 1; }', /__proto__/],
  [`syntax = "proto3"; ${'message A {'.repeat(30_000)}`, /nested too deeply|broken/],
])('%.60j is refused with the place', async (text, message) => {
  await expect(load(text)).rejects.toMatchObject({
    code: 'not_a_spec',
    message: expect.stringMatching(message),
  });
});

test('a damaged file is described or refused', async () => {
  const pieces = [
    '{',
    '}',
    ';',
    '[',
    'message constructor { string toString = 1; }',
    '"',
    '/*',
    'oneof',
    'repeated',
    'map<string, Plot> m = 90;',
  ];
  expect(await survives(protobufLoader, damagedText(plots, pieces), 400)).toBeGreaterThan(40);
});

const corpus = process.env['CAUSEWAY_SPECS'];

describe.skipIf(!corpus)('real files (skipped: no corpus)', () => {
  test('Pub/Sub', async () => {
    const { entities } = await load(
      readFileSync(join(corpus ?? '', 'protobuf/google.pubsub.v1.pubsub.proto'), 'utf8'),
    );
    expect(
      entities.slice(0, 2).map(({ name, operations }) => [name, Object.keys(operations).sort()]),
    ).toStrictEqual([
      ['topic', ['create', 'delete', 'get', 'list', 'update']],
      ['subscription', ['create', 'delete', 'get', 'list', 'update']],
    ]);
  });
});
