import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testContext } from '../core/__fixtures__/test-context.ts';
import { callTool } from '../core/index.ts';
import { fetchSpec } from '../fetch-spec/index.ts';
import { inferSchema } from './index.ts';

/** The description and one record type of a file with this text. */
async function read(name: string, text: string, entity: string) {
  const cwd = mkdtempSync(join(tmpdir(), 'causeway-files-'));
  writeFileSync(join(cwd, name), text);
  const context = testContext({ cwd });
  const spec = await callTool(fetchSpec, { spec: `./${name}` }, context);
  if (!spec.ok) throw spec.error;
  const schema = await callTool(inferSchema, { spec: spec.output.spec, entity }, context);
  if (!schema.ok) throw schema.error;
  return {
    description: await context.artifacts.get('spec', spec.output.spec),
    entity: await context.artifacts.get('schema', schema.output.schema),
  };
}

const edmx = (type: string) =>
  `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices><Schema Namespace="K" xmlns="http://docs.oasis-open.org/odata/ns/edm">${type}<EntityContainer Name="C"><EntitySet Name="Rates" EntityType="K.Rate"/></EntityContainer></Schema></edmx:DataServices></edmx:Edmx>`;
const property = (name: string, more = '', inside = '') =>
  `<Property Name="${name}" Type="Edm.String" ${more}>${inside}</Property>`;
const computed = '<Annotation Term="Org.OData.Core.V1.Computed"/>';

test('OData: a key of several parts is no id field, and the caller gives what is not computed', async () => {
  const { entity } = await read(
    'rates.edmx',
    edmx(
      `<EntityType Name="Rate"><Key><PropertyRef Name="Id"/><PropertyRef Name="Code"/><PropertyRef Name="No"/><PropertyRef Name="Part"/></Key>
      ${property('Id')}${property('Code', 'Nullable="false"')}${property('No', 'Nullable="false"', computed)}${property('Part', 'DefaultValue="0"')}${property('Note')}</EntityType>`,
    ),
    'rate',
  );
  expect(entity.idField).toBeNull();
  expect(entity.warnings).toStrictEqual([
    {
      code: 'composite_key',
      message:
        'A record is identified by 4 fields together (Id, Code, No, Part), and by none of them alone; no single id can be kept of it',
      at: '/components/schemas/K.Rate',
    },
  ]);
  expect(entity.fields.map(({ path, required, readOnly }) => [path, required, readOnly])).toStrictEqual([
    ['Id', true, false],
    ['Code', true, false],
    ['No', false, true],
    ['Part', false, false],
    ['Note', false, false],
  ]);
});

test('OData: a key of one part is the id field, whatever its name', async () => {
  const { entity } = await read(
    'rates.edmx',
    edmx(
      `<EntityType Name="Base" Abstract="true"><Key><PropertyRef Name="Band"/></Key>${property('Band', 'Nullable="false"')}</EntityType><EntityType Name="Rate" BaseType="K.Base">${property('Id')}</EntityType>`,
    ),
    'rate',
  );
  expect([entity.idField, entity.warnings]).toStrictEqual(['Band', []]);
  expect(entity.fields.map(({ path, required }) => [path, required])).toStrictEqual([
    ['Id', false],
    ['Band', false],
  ]);
});

const link = (href: string) => ({ href });

test('HAL: the embedded records are read, and their links are no fields', async () => {
  const boats = [1, 2].map((id) => ({
    id,
    name: `b${id}`,
    _links: { self: link(`/b/${id}`), crew: [link('/c')] },
  }));
  const { entity, description } = await read(
    'answer.json',
    JSON.stringify({ _links: { next: link('/b?page=2') }, page: { size: 2 }, _embedded: { boats } }),
    'boat',
  );
  expect(description.entities.map(({ name, fieldCount }) => [name, fieldCount])).toStrictEqual([['boat', 2]]);
  expect(entity.fields.map(({ path }) => path)).toStrictEqual(['id', 'name']);
  expect(entity.idField).toBe('id');
});

test('HAL: one record with others embedded stays that record', async () => {
  const { entity } = await read(
    'dock.json',
    JSON.stringify({ id: 1, depth: 3, _links: { self: link('/d/1') }, _embedded: { boats: [{ id: 7 }] } }),
    'dock',
  );
  expect(entity.fields.map(({ path }) => path)).toStrictEqual(['id', 'depth', '_embedded.boats[].id']);
});
