import { expect, test } from 'vitest';
import { testContext } from '../../../core/__fixtures__/test-context.ts';
import type { Json } from '../../../core/json/json.ts';
import { readPointer } from '../../../core/json/pointer.ts';
import type { ApiDescription } from '../../../model/index.ts';
import { openText } from '../../front-door/__fixtures__/open-text.ts';
import { damagedJson, survives } from '../json-schema/__fixtures__/damage.ts';
import { avroLoader, isAvro } from './avro-loader.ts';

const lease = {
  type: 'record',
  name: 'Lease',
  namespace: 'com.acorn.plots',
  doc: 'A plot that is let.',
  aliases: ['Contract'],
  fields: [
    { name: 'id', type: { type: 'string', logicalType: 'uuid' } },
    {
      name: 'rent',
      type: { type: 'bytes', logicalType: 'decimal', precision: 9, scale: 2 },
      doc: 'Per month.',
    },
    { name: 'since', type: { type: 'int', logicalType: 'date' } },
    { name: 'signedAt', type: ['null', { type: 'long', logicalType: 'timestamp-millis' }], default: null },
    { name: 'state', type: { type: 'enum', name: 'State', symbols: ['OPEN', 'ENDED'] }, default: 'OPEN' },
    {
      name: 'tenant',
      type: {
        type: 'record',
        name: 'Person',
        fields: [
          { name: 'name', type: 'string', aliases: ['who'] },
          { name: 'guardian', type: ['null', 'Person'] },
        ],
      },
    },
    { name: 'previous', type: ['null', 'com.acorn.plots.Person'], default: null },
    { name: 'notes', type: { type: 'array', items: 'string' } },
    { name: 'extra', type: { type: 'map', values: ['null', 'long', 'string'] } },
    { name: 'hash', type: { type: 'fixed', name: 'Md5', size: 16 } },
    { name: 'broken', type: { type: 'string', logicalType: 'date' } },
  ],
};

async function load(schema: Json): Promise<ApiDescription> {
  const opened = openText(JSON.stringify(schema));
  expect(avroLoader.recognise(opened)).toBe('avro');
  return avroLoader.load(opened, 'avro', testContext());
}

test('a lone record', async () => {
  const { document, entities, system, warnings } = await load(lease);
  expect(system).toBe('acorn-plots');
  expect(warnings.map(({ code }) => code)).toStrictEqual(['no_operations']);
  expect(entities).toStrictEqual([
    {
      name: 'lease',
      label: 'Lease',
      aliases: ['com.acorn.plots.Lease', 'Lease', 'Contract'],
      operations: {},
      fieldCount: 11,
      schemaAt: '/components/schemas/com.acorn.plots.Lease',
    },
  ]);
  const person = { $ref: '#/components/schemas/com.acorn.plots.Person' };
  expect(readPointer(document, '/components/schemas')).toStrictEqual({
    'com.acorn.plots.Lease': {
      description: 'A plot that is let.',
      type: 'object',
      title: 'Lease',
      properties: {
        id: { type: 'string', 'x-causeway': { format: 'uuid' } },
        rent: {
          type: 'string',
          format: 'byte',
          description: 'Per month.',
          'x-causeway': { type: 'number', wireType: 'string', format: 'decimal' },
        },
        since: {
          type: 'integer',
          format: 'int32',
          'x-causeway': { type: 'date', wireType: 'integer', format: 'epoch-days' },
        },
        signedAt: {
          type: 'integer',
          format: 'int64',
          nullable: true,
          default: null,
          'x-causeway': { type: 'date-time', wireType: 'integer', format: 'epoch-ms' },
        },
        state: { $ref: '#/components/schemas/com.acorn.plots.State', default: 'OPEN' },
        tenant: person,
        previous: { ...person, nullable: true, default: null },
        notes: { type: 'array', items: { type: 'string' } },
        extra: {
          type: 'object',
          additionalProperties: {
            oneOf: [{ type: 'integer', format: 'int64' }, { type: 'string' }],
            nullable: true,
          },
        },
        hash: { $ref: '#/components/schemas/com.acorn.plots.Md5' },
        broken: { type: 'string' },
      },
      required: ['id', 'rent', 'since', 'tenant', 'notes', 'extra', 'hash', 'broken'],
    },
    'com.acorn.plots.State': { type: 'string', enum: ['OPEN', 'ENDED'] },
    'com.acorn.plots.Person': {
      type: 'object',
      title: 'Person',
      properties: {
        name: { type: 'string', description: 'Also called who.' },
        guardian: { ...person, nullable: true },
      },
      required: ['name', 'guardian'],
    },
    'com.acorn.plots.Md5': { type: 'string', format: 'byte' },
  });
});

test.each<[string, Json]>([
  [
    'a list of records',
    [
      { type: 'record', name: 'A', fields: [{ name: 'x', type: 'int' }] },
      { type: 'record', name: 'B', fields: [{ name: 'a', type: 'A' }] },
    ],
  ],
  [
    'a protocol',
    {
      protocol: 'Plots',
      namespace: 'acorn',
      types: [
        { type: 'record', name: 'A', fields: [{ name: 'x', type: 'int' }] },
        { type: 'record', name: 'B', fields: [{ name: 'a', type: 'A' }] },
        { type: 'error', name: 'Gone', fields: [{ name: 'why', type: 'string' }] },
      ],
      messages: {},
    },
  ],
])('%s: its records', async (_, schema) => {
  const { entities, warnings } = await load(schema);
  expect(entities.map(({ name }) => name)).toStrictEqual(['a', 'b']);
  expect(warnings.map(({ code }) => code)).toStrictEqual(['no_operations']);
});

test('faults are warnings', async () => {
  const { warnings } = await load({
    type: 'record',
    name: 'A',
    fields: [
      { name: 'x', type: 'Gone' },
      { type: 'int' },
      { name: 'y', type: 7 },
      { name: 'z', type: { type: 'enum', name: 'A', symbols: [] } },
    ],
  });
  expect(warnings.map(({ code, at }) => [code, at])).toStrictEqual([
    ['broken_field', '/fields/1'],
    ['broken_type', '/fields/2/type'],
    ['duplicate_type', '/fields/3/type'],
    ['unresolved_reference', '/fields/0/type'],
    ['no_operations', ''],
  ]);
});

test.each<[Json, boolean]>([
  [{ type: 'record', name: 'A', fields: [] }, true],
  [{ type: 'record', fields: [] }, false],
  [{ type: 'enum', name: 'A', symbols: [] }, false],
  [['string', { type: 'record', name: 'A', fields: [] }], true],
  [[{ type: 'record', name: 'A', fields: [] }, { id: 1 }], false],
  [{ protocol: 'https', types: ['a'] }, false],
])('%j is Avro: %s', (value, expected) => {
  expect(isAvro(value)).toBe(expected);
});

test('a damaged schema is described or refused', async () => {
  const wrong = [
    'Lease',
    ['null'],
    { type: 'record', name: 'Lease', fields: [] },
    { type: 'array' },
    '__proto__',
    'a.b.',
    null,
  ];
  expect(await survives(avroLoader, damagedJson(lease, wrong), 500)).toBeGreaterThan(250);
});
