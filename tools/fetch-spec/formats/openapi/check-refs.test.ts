import { expect, test } from 'vitest';
import type { JsonObject } from '../../../core/json/json.ts';
import { checkRefs } from './check-refs.ts';
import { describeOpenApi } from './describe-openapi.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const get = (schema: JsonObject) => ({
  get: { responses: { 200: { description: 'ok', content: { 'application/json': { schema } } } } },
});
const document: JsonObject = {
  openapi: '3.0.3',
  info: { title: 'Rings', version: '1' },
  paths: {
    '/loops': get(ref('Loop')),
    '/lost': get(ref('Missing')),
    '/nodes': get({ type: 'array', items: ref('Node') }),
  },
  components: {
    schemas: {
      Loop: ref('Other'),
      Other: ref('Loop'),
      Self: ref('Self'),
      Entry: ref('Loop'),
      User: { type: 'object', properties: { loop: ref('Entry'), self: ref('Self') } },
      // A record that holds its like is no circle of references.
      Node: { type: 'object', properties: { id: { type: 'string' }, next: ref('Node') } },
    },
  },
};

test('references that lead only to each other are said once', () => {
  expect(checkRefs(document)).toStrictEqual([
    {
      code: 'broken_ref',
      message: 'The reference "#/components/schemas/Missing" leads nowhere; what it stands for stays unknown',
      at: '/paths/~1lost/get/responses/200/content/application~1json/schema',
    },
    {
      code: 'circular_ref',
      message:
        'The references "#/components/schemas/Loop, #/components/schemas/Other" lead only to each other; what they stand for stays unknown',
      at: '/components/schemas/Loop',
    },
    {
      code: 'circular_ref',
      message:
        'The references "#/components/schemas/Self" lead only to each other; what they stand for stays unknown',
      at: '/components/schemas/Self',
    },
  ]);
});

test('references into other documents, but for those of which a warning says why they were not followed', () => {
  const refs = { A: { $ref: '../a.yaml' }, B: { $ref: 'b.yaml' } };
  const found = checkRefs({ components: { schemas: refs }, 'x-causeway-refused': ['../a.yaml'] });
  expect(found.map(({ code, at }) => [code, at])).toStrictEqual([['external_ref', '/components/schemas/B']]);
});

test('a call stays whose answer cannot be read', () => {
  const { entities } = describeOpenApi({ document, format: 'openapi-3.0', origin: '/x' });
  expect(
    entities.map(({ name, fieldCount, operations }) => [name, fieldCount, Object.keys(operations)]),
  ).toStrictEqual([
    ['loop', 0, ['get']],
    ['lost', 0, ['get']],
    ['node', 2, ['list']],
  ]);
});
