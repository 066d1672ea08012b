import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../core/json/json.ts';
import { SchemaReader } from '../../core/openapi/schema-reader.ts';
import { project } from './project.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

test('whatever a schema says, its fields are valid and within the caps', () => {
  const keys = [
    'type',
    'properties',
    'items',
    'allOf',
    'oneOf',
    'anyOf',
    '$ref',
    'enum',
    'required',
    'nullable',
    'format',
    'maxLength',
    'additionalProperties',
    'title',
    'example',
    'examples',
    'const',
    'readOnly',
  ];
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom<Json[]>(
      'object',
      'string',
      ['null', 'integer'],
      ref('Top'),
      ref('Other'),
      [ref('Top'), ref('Other')],
      { a: ref('Top') },
      { '': { type: 'string' }, 'x[]': ref('Other') },
    ),
  );
  const schema = fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 6 });
  fc.assert(
    fc.property(schema, schema, (Top, Other) => {
      const document = {
        components: {
          schemas: { Top: { type: 'object', properties: { inner: Top, other: Other }, ...Top }, Other },
        },
      } as JsonObject;
      const reader = new SchemaReader(document);
      const record = reader.at('/components/schemas/Top');
      const fields = record === undefined ? [] : project(reader, record, () => null).fields;
      expect(fields.length).toBeLessThanOrEqual(800);
    }),
    { numRuns: 500, seed: 11 },
  );
});

test('records that hold each other in many ways end at the caps', () => {
  const names = Array.from({ length: 40 }, (_, index) => `E${index}`);
  const properties = Object.fromEntries(names.map((name) => [name, ref(name)]));
  const schemas = Object.fromEntries(
    names.map((name) => [name, { type: 'object', properties: { ...properties, id: { type: 'string' } } }]),
  );
  const reader = new SchemaReader({ components: { schemas } });
  const { fields } = project(reader, { node: ref('E0'), at: '/x' }, () => null);
  expect(fields).toHaveLength(800);
  expect(fields.filter(({ path }) => path === 'id')).toHaveLength(1);
});
