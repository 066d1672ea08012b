import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testContext } from '../core/__fixtures__/test-context.ts';
import { callTool } from '../core/index.ts';
import { Api, type ApiDescription, type EntitySummary, Operation, Patterns } from '../model/index.ts';
import { inferSchema } from './index.ts';

const record = {
  type: 'object',
  required: ['id'],
  properties: {
    id: { type: 'string' },
    email: { type: 'string', format: 'email' },
    status: { type: 'string', enum: ['open', 'closed'] },
    created_at: { type: 'string', format: 'date-time' },
  },
};
const input = {
  type: 'object',
  required: ['email'],
  properties: { email: { type: 'string' }, status: { type: 'string' } },
};
const create = Operation.parse({
  id: 'createPerson',
  method: 'POST',
  path: '/people',
  answers: 'record',
  requestAt: 'person',
  at: '/paths/~1people/post',
});
const person: EntitySummary = {
  name: 'person',
  label: 'Person',
  aliases: ['people'],
  operations: { create },
  fieldCount: 4,
  schemaAt: '/components/schemas/Person',
};
const description: ApiDescription = {
  system: 'acme',
  title: 'Acme',
  version: '1',
  format: 'openapi-3.0',
  origin: '/tmp/acme.json',
  api: Api.parse({ baseUrl: 'https://api.acme.example' }),
  warnings: [],
  entities: [person],
  patterns: Patterns.parse({}),
  catalog: null,
  document: {
    paths: {
      '/people': {
        post: {
          requestBody: {
            content: { 'application/json': { schema: { type: 'object', properties: { person: input } } } },
          },
        },
      },
    },
    components: { schemas: { Person: record } },
  },
};

async function infer(
  args: { entity?: string; samples?: string },
  entities = [person],
  cwd: string | null = null,
) {
  const context = testContext({ cwd });
  const spec = await context.artifacts.put('spec', { ...description, entities });
  const result = await callTool(inferSchema, { spec, ...args }, context);
  if (!result.ok) throw result.error;
  return { ...result, entity: await context.artifacts.get('schema', result.output.schema) };
}

test('an entity of a document, its only one when none is named', async () => {
  const { output, entity } = await infer({});
  expect(output).toStrictEqual({
    schema: expect.stringMatching(/^schema_/),
    system: 'acme',
    entity: 'person',
    label: 'Person',
    idField: 'id',
    fieldCount: 4,
    writable: 2,
    required: ['email'],
    warnings: [],
  });
  expect(entity).toMatchObject({
    naturalKeys: ['email'],
    createdField: 'created_at',
    updatedField: null,
    externalIdField: null,
  });
  expect(entity.fields.map(({ path, readOnly, at }) => [path, readOnly, at])).toStrictEqual([
    ['id', true, '/components/schemas/Person/properties/id'],
    ['email', false, '/components/schemas/Person/properties/email'],
    ['status', false, '/components/schemas/Person/properties/status'],
    ['created_at', true, '/components/schemas/Person/properties/created_at'],
  ]);
  expect((await infer({ entity: 'PEOPLE' })).output.schema).toBe(output.schema);
});

test('an unknown, a missing and an impossible entity', async () => {
  const order = { ...person, name: 'order', aliases: [] };
  await expect(infer({ entity: 'persn' }, [person, order])).rejects.toMatchObject({
    code: 'unknown_entity',
    message: '"persn" is not a record type of Acme',
    hint: 'Did you mean person? Known are person, order',
  });
  await expect(infer({}, [person, order])).rejects.toMatchObject({ code: 'entity_needed' });
  await expect(infer({}, [])).rejects.toMatchObject({ code: 'no_entities' });
  const result = await callTool(inferSchema, { spec: 'mapping_x' }, testContext());
  expect(result).toMatchObject({ ok: false, error: { code: 'wrong_artifact' } });
});

test('samples add what is not declared and say where they differ', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'causeway-samples-'));
  writeFileSync(
    join(cwd, 'people.jsonl'),
    '{"id": 5, "status": "paused", "nick": "Mi"}\n{"id": 6, "email": "mia@example.com"}\n',
  );
  const { output, entity } = await infer({ samples: 'people.jsonl' }, [person], cwd);
  expect(output.warnings).toStrictEqual([
    {
      code: 'undeclared_field',
      message: 'nick (string) is in the samples and not in the description; it was added',
      at: 'samples',
    },
    {
      code: 'sample_conflict',
      message: 'id is described as string and the samples have integer',
      at: 'samples',
    },
    {
      code: 'sample_conflict',
      message:
        'status is described as one of 2 values and the samples have "paused", which is not one of those described',
      at: 'samples',
    },
  ]);
  expect(entity.fields.map(({ path, examples }) => [path, examples])).toStrictEqual([
    ['id', ['5', '6']],
    ['email', ['mia@example.com']],
    ['status', ['paused']],
    ['created_at', []],
    ['nick', ['Mi']],
  ]);
});

test('samples that are none are refused', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'causeway-samples-'));
  writeFileSync(join(cwd, 'page.json'), '<html></html>');
  writeFileSync(join(cwd, 'list.json'), '[1, 2]');
  for (const samples of ['page.json', 'list.json']) {
    await expect(infer({ samples }, [person], cwd)).rejects.toMatchObject({
      code: 'bad_samples',
      exitCode: 2,
    });
  }
  await expect(infer({ samples: 'missing.json' }, [person], cwd)).rejects.toMatchObject({
    code: 'unreadable_path',
  });
  await expect(infer({ samples: 'list.json' }, [person], null)).rejects.toMatchObject({
    code: 'paths_refused',
  });
});
