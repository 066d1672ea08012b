import { mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { testContext } from '../core/__fixtures__/test-context.ts';
import { CausewayError, callTool, type ToolContext } from '../core/index.ts';
import { catalogSystems, fetchSpec } from '../fetch-spec/index.ts';
import { inferSchema } from './index.ts';

async function fetch(spec: string, context: ToolContext) {
  const result = await callTool(fetchSpec, { spec }, context);
  if (!result.ok) throw result.error;
  return result.output;
}

async function infer(spec: string, entity: string, context: ToolContext) {
  const result = await callTool(inferSchema, { spec, entity }, context);
  if (!result.ok) throw result.error;
  return context.artifacts.get('schema', result.output.schema);
}

test('every entity of every bundled system becomes a schema, with its fields as they are written', async () => {
  for (const system of await catalogSystems()) {
    const context = testContext();
    const { spec, entities } = await fetch(system.system, context);
    expect(entities.map(({ name }) => name)).toStrictEqual(Object.keys(system.entities));
    for (const { name, fieldCount } of entities) {
      const entity = await infer(spec, name, context);
      const facts = system.entities[name];
      expect(entity.fields.map(({ path }) => path)).toStrictEqual(facts?.fields.map(({ path }) => path));
      expect(entity.fields).toHaveLength(fieldCount);
      expect(entity).toMatchObject({
        system: system.system,
        idField: facts?.idField,
        operations: facts?.operations,
      });
      if (fieldCount > 0) expect(entity.fields[0]?.at).toBe(`catalog:${system.system}#${name}`);
    }
  }
});

test('a system that the repository brings has its fields, where only what is needed is written', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'causeway-infer-'));
  mkdirSync(join(cwd, '.causeway/catalog'), { recursive: true });
  writeFileSync(
    join(cwd, '.causeway/catalog/harbour.yaml'),
    'system: harbour\ntitle: Harbour\napi: { baseUrl: "https://api.harbour.example" }\nentities:\n  berth:\n    label: Berth\n    fields: [{ path: id, type: string, readOnly: true }]\n',
  );
  const context = testContext({ cwd });
  const { spec, warnings } = await fetch('harbour', context);
  expect(warnings.map(({ code }) => code)).toStrictEqual(['project_facts']);
  const { fields, provenance } = await infer(spec, 'berth', context);
  expect(fields.map(({ path, readOnly }) => ({ path, readOnly }))).toStrictEqual([
    { path: 'id', readOnly: true },
  ]);
  expect(provenance).toStrictEqual(['Facts about Harbour']);
});

const corpus = process.env['CAUSEWAY_SPECS'];

describe.skipIf(!corpus)('real descriptions (skipped: no corpus)', () => {
  const folder = corpus ?? '';

  test('HubSpot: the contact of its description has the properties of the catalog', async () => {
    const context = testContext({ cwd: folder });
    const { spec, entities } = await fetch('hubspot/openapi/contacts.v3.openapi.json', context);
    expect(entities.map(({ name, operations }) => [name, Object.keys(operations).sort()])).toStrictEqual([
      ['contact', ['changes', 'create', 'delete', 'get', 'list', 'search', 'update']],
    ]);
    const entity = await infer(spec, 'contact', context);
    const email = entity.fields.find(({ path }) => path === 'properties.email');
    expect(email).toMatchObject({ type: 'string', format: 'email', readOnly: false, required: false });
    expect(entity.warnings.map(({ code }) => code)).toContain('fields_from_catalog');
    const flags = Object.fromEntries(entity.fields.map(({ path, readOnly }) => [path, readOnly]));
    expect(flags).toMatchObject({
      id: true,
      createdAt: true,
      archivedAt: true,
      'properties.firstname': false,
    });
  });

  test('NetSuite: references, sublists, conditions', async () => {
    const context = testContext({ cwd: folder });
    const file = 'netsuite/rest/record-v1.contact+customer+salesOrder.reconstructed.openapi.json';
    const { spec, entities } = await fetch(file, context);
    expect(entities.map(({ name }) => name)).toStrictEqual(['contact', 'customer', 'salesOrder']);
    const contact = await infer(spec, 'contact', context);
    const byPath = new Map(contact.fields.map((field) => [field.path, field]));
    expect(byPath.get('company.id')).toMatchObject({ reference: 'customer', readOnly: false });
    expect(byPath.get('company.refName')).toMatchObject({ readOnly: true });
    expect(byPath.get('addressBook.items[].addressBookAddress.addr1')).toMatchObject({ type: 'string' });
    expect(byPath.get('subsidiary.id')?.requiredWhen).toMatch(/OneWorld/);
    expect([...byPath.keys()].filter((path) => /(?:^|\.)links/.test(path))).toStrictEqual([]);
    expect((await infer(spec, 'customer', context)).fields.length).toBeGreaterThan(100);
  });

  const files = readdirSync(folder === '' ? '.' : folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:json|ya?ml)(?:\.gz)?$/.test(file))
    // A dozen huge files take most of the time and have the same shapes: `npm run eval:corpus` reads them too.
    .filter((file) => statSync(join(folder, file)).size < (file.endsWith('.gz') ? 300_000 : 2_000_000))
    .sort();

  test('every file that is not huge is read, or refused with an error that names what it is', async () => {
    const formats = new Map<string, number>();
    for (const file of files) {
      const context = testContext({ cwd: folder });
      const result = await callTool(fetchSpec, { spec: join('.', file) }, context);
      const format = result.ok ? result.output.format : result.error.code;
      formats.set(format, (formats.get(format) ?? 0) + 1);
      expect([file, format]).not.toStrictEqual([file, 'bug']);
      // Small ones in full; big ones are a matter of time, not of shape.
      if (!result.ok || !format.startsWith('openapi') || result.output.entities.length > 40) continue;
      for (const { name } of result.output.entities) {
        const schema = await callTool(inferSchema, { spec: result.output.spec, entity: name }, context);
        if (schema.ok) continue;
        expect(schema.error).toBeInstanceOf(CausewayError);
        expect([file, name, schema.error.kind]).not.toStrictEqual([file, name, 'bug']);
      }
    }
    expect((formats.get('openapi-3.0') ?? 0) + (formats.get('openapi-3.1') ?? 0)).toBeGreaterThan(50);
  }, 180_000);
});
