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

test('a reference is to the collection of a record type, not to a part of it', () => {
  const at = '/components/schemas/User';
  const list = (path: string) =>
    Operation.parse({ id: path, method: 'GET', path, answers: 'records', at: '' });
  const get = (path: string) => Operation.parse({ id: path, method: 'GET', path, answers: 'record', at: '' });
  const summary = (
    name: string,
    operations: ApiDescription['entities'][number]['operations'],
    schemaAt = at,
  ) => ({
    name,
    label: name,
    aliases: [],
    operations,
    fieldCount: 1,
    schemaAt,
  });
  const task = summary('task', {}, '/components/schemas/Task');
  const user = { type: 'object', properties: { id: text } };
  const description = ApiDescription.parse({
    system: 'tasks',
    title: 'Tasks',
    version: '1',
    format: 'openapi-3.0',
    origin: '/tasks.yaml',
    api: Api.parse({ baseUrl: 'https://tasks.example.com' }),
    warnings: [],
    entities: [
      summary('me', { get: get('/me') }),
      summary('all', { list: list('/teams/{team}/members') }),
      summary('account', { list: list('/accounts'), get: get('/accounts/{id}') }),
      task,
    ],
    patterns: {},
    document: {
      components: {
        schemas: {
          User: user,
          Task: { type: 'object', properties: { assignee: { $ref: '#/components/schemas/User' } } },
        },
      },
    },
  });
  const { fields } = schemaEntity(description, task);
  expect(fields.map(({ path, reference }) => [path, reference])).toStrictEqual([['assignee.id', 'account']]);
});
