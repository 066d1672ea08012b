import { expect, test } from 'vitest';
import type { JsonObject } from '../../core/json/json.ts';
import { Api, ApiDescription, Operation } from '../../model/index.ts';
import { schemaEntity } from './schema-entity.ts';

const text = { type: 'string' };
const record = { type: 'object', properties: { id: text, created_at: text, name: text } };
const content = { 'application/json': { schema: { $ref: '#/components/schemas/Note' } } };

function readOnlyOf(calls: JsonObject, operations: ApiDescription['entities'][number]['operations']) {
  const entity = {
    name: 'note',
    label: 'Note',
    aliases: [],
    operations,
    fieldCount: 3,
    schemaAt: '/components/schemas/Note',
  };
  const description = ApiDescription.parse({
    system: 'notes',
    title: 'Notes',
    version: '1',
    format: 'openapi-3.0',
    origin: '/notes.yaml',
    api: Api.parse({ baseUrl: 'https://notes.example.com' }),
    warnings: [],
    entities: [entity],
    patterns: {},
    document: { paths: { '/notes': calls }, components: { schemas: { Note: record } } },
  });
  const { fields, warnings } = schemaEntity(description, entity);
  return [
    fields.filter(({ readOnly }) => readOnly).map(({ path }) => path),
    warnings.map(({ code }) => code),
  ];
}
const call = (method: 'GET' | 'POST', answers: 'records' | 'record') =>
  Operation.parse({
    id: method,
    method,
    path: '/notes',
    answers,
    at: `/paths/~1notes/${method.toLowerCase()}`,
  });

test('who sets id and time stamps is assumed only where something is known of what is sent', () => {
  const responses = { 200: { description: '', content } };
  const get = { responses };
  const post = { requestBody: { content }, responses };
  const list = call('GET', 'records');
  expect(readOnlyOf({ get }, { list })).toStrictEqual([[], []]);
  expect(readOnlyOf({ get, post }, { list, create: call('POST', 'record') })).toStrictEqual([
    ['id', 'created_at'],
    ['read_only_assumed'],
  ]);
});
