import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testContext } from '../../../core/__fixtures__/test-context.ts';
import { readPointer } from '../../../core/json/pointer.ts';
import { openText } from '../../front-door/__fixtures__/open-text.ts';
import { damagedText, survives } from '../json-schema/__fixtures__/damage.ts';
import { odataLoader } from './odata-loader.ts';

const orchard = readFileSync(join(import.meta.dirname, '__fixtures__/orchard.xml'), 'utf8');

async function load(text: string) {
  const opened = openText(text);
  return odataLoader.load(opened, odataLoader.recognise(opened) ?? 'none', testContext());
}

test('version 4: entity sets with the calls of the protocol', async () => {
  const { format, entities, patterns, document, warnings } = await load(orchard);
  expect(format).toBe('odata-4.0');
  expect(warnings.map(({ code }) => code)).toStrictEqual(['no_auth']);
  expect(
    entities.map(({ name, aliases, operations }) => [
      name,
      aliases,
      Object.entries(operations).map(([kind, { method, path }]) => `${kind} ${method} ${path}`),
    ]),
  ).toStrictEqual([
    [
      'tree',
      ['Trees', 'Tree'],
      [
        'list GET /Trees',
        'get GET /Trees({id})',
        'search GET /Trees',
        'create POST /Trees',
        'update PATCH /Trees({id})',
        'delete DELETE /Trees({id})',
        'changes GET /Trees',
      ],
    ],
    [
      'owner',
      ['Owners', 'Owner'],
      [
        'list GET /Owners',
        'get GET /Owners(Land={Land},No={No})',
        'search GET /Owners',
        'create POST /Owners',
        'update PATCH /Owners(Land={Land},No={No})',
      ],
    ],
  ]);
  expect(entities[0]?.operations.list).toMatchObject({
    responseAt: 'value',
    pagination: { kind: 'next-link', nextPath: '@odata\\.nextLink', limitParameter: '$top' },
  });
  expect(entities[0]?.operations.changes?.query).toStrictEqual({
    $filter: 'ModifiedOn ge {since}',
    $orderby: 'ModifiedOn asc',
  });
  expect(
    Object.entries(patterns).flatMap(([name, found]) => found.map(({ kind }) => [name, kind])),
  ).toStrictEqual([
    ['pagination', 'odata-next-link'],
    ['incremental', 'updated-since-filter'],
    ['bulk', 'batch-calls'],
    ['errors', 'odata-error'],
  ]);
  expect(readPointer(document, '/components/schemas/Orchard.Tree')).toStrictEqual({
    allOf: [
      { $ref: '#/components/schemas/Orchard.Plant' },
      {
        type: 'object',
        properties: {
          Kind: { $ref: '#/components/schemas/Orchard.Kind' },
          Height: { type: 'number', nullable: true },
          Note: { type: 'string', maxLength: 80, description: 'What the gardener saw.', nullable: true },
          Planted: { type: 'string', format: 'date', default: '2020-01-01' },
          ModifiedOn: { type: 'string', format: 'date-time', nullable: true },
          Marks: { type: 'array', items: { type: 'string' } },
          Place: { $ref: '#/components/schemas/Orchard.Place', nullable: true },
          Owner: {
            type: 'object',
            description: 'Related records: sent only when asked for by $expand.',
            nullable: true,
            'x-causeway': { reference: 'owner', present: false },
          },
        },
        required: ['Kind', 'Planted'],
      },
    ],
  });
  expect(readPointer(document, '/components/schemas/Orchard.Tree.creation/required')).toStrictEqual(['Kind']);
  expect(readPointer(document, '/components/schemas/Orchard.Plant/properties/PlantId')).toStrictEqual({
    type: 'integer',
    readOnly: true,
  });
});

test('version 2 with the annotations of SAP', async () => {
  const { format, entities, document } =
    await load(`<edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx" xmlns:sap="http://www.sap.com/Protocols/SAPData" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">
    <edmx:DataServices m:DataServiceVersion="2.0"><Schema Namespace="Z" xmlns="http://schemas.microsoft.com/ado/2008/09/edm">
      <EntityType Name="Item"><Key><PropertyRef Name="Id"/></Key>
        <Property Name="Id" Type="Edm.String" Nullable="false" sap:label="Number"/>
        <Property Name="Price" Type="Edm.Decimal" sap:creatable="false" sap:updatable="false"/>
        <Property Name="At" Type="Edm.DateTime"/>
        <NavigationProperty Name="Lines" Relationship="Z.Has" FromRole="I" ToRole="L"/>
      </EntityType>
      <EntityType Name="Line"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.String" Nullable="false"/></EntityType>
      <Association Name="Has"><End Role="I" Type="Z.Item" Multiplicity="1"/><End Role="L" Type="Z.Line" Multiplicity="*"/></Association>
      <EntityContainer Name="C"><EntitySet Name="Items" EntityType="Z.Item" sap:deletable="false" sap:updatable="false"/><EntitySet Name="Lines" EntityType="Z.Line"/></EntityContainer>
    </Schema></edmx:DataServices></edmx:Edmx>`);
  expect(format).toBe('odata-2.0');
  expect(Object.keys(entities[0]?.operations ?? {})).toStrictEqual(['list', 'get', 'search', 'create']);
  expect(entities[0]?.operations.list).toMatchObject({
    responseAt: 'd.results',
    pagination: { nextPath: 'd.__next' },
  });
  expect(readPointer(document, '/components/schemas/Z.Item/properties')).toMatchObject({
    Id: { type: 'string', 'x-causeway': { label: 'Number' } },
    Price: {
      type: 'string',
      nullable: true,
      readOnly: true,
      'x-causeway': { type: 'number', wireType: 'string' },
    },
    Lines: { type: 'array', 'x-causeway': { reference: 'line', present: false } },
  });
});

test('metadata without types is refused', async () => {
  await expect(load('<Edmx Version="4.0"><DataServices/></Edmx>')).rejects.toMatchObject({
    code: 'not_a_spec',
  });
});

test('damaged metadata is described or refused', async () => {
  const pieces = ['BaseType="Self.Tree"', 'Type="Collection(', '<Key/>', 'Name="__proto__"', '&x;', '"'];
  expect(await survives(odataLoader, damagedText(orchard, pieces), 400)).toBeGreaterThan(40);
});
