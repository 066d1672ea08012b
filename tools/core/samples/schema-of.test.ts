import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../json/json.ts';
import { profileOf } from './profile-records.ts';
import { schemaOf } from './schema-of.ts';

const facts = (share: number, more: JsonObject = {}) => ({
  'x-causeway': { share, present: share === 1, at: 'samples', confidence: expect.any(Number), ...more },
});

test('nested fields, optionality, lists, nulls, secrets and names with dots', () => {
  const warnings: { code: string; message: string }[] = [];
  const schema = schemaOf(
    profileOf([
      {
        id: 1,
        name: 'Mia',
        tags: [],
        lines: [{ sku: 'a', note: null }, { sku: 'b' }],
        apiToken: 't',
        'a.b': true,
      },
      { id: '2', tags: ['x'], lines: [], address: { city: 'Ulm' }, empty: {}, apiToken: 'u', 'a.b': false },
    ]),
    warnings as never,
  );
  expect(schema).toStrictEqual({
    type: 'object',
    properties: {
      id: {
        type: ['string', 'integer'],
        description: 'Seen as string and integer',
        examples: [1, '2'],
        ...facts(1, { confidence: 0.5 }),
      },
      name: { type: 'string', examples: ['Mia'], ...facts(0.5) },
      tags: {
        type: 'array',
        items: { type: 'string', examples: ['x'], 'x-causeway': { at: 'samples' } },
        ...facts(1),
      },
      lines: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            sku: { type: 'string', examples: ['a', 'b'], ...facts(1) },
            note: { nullable: true, ...facts(0.5, { confidence: 0.3 }) },
          },
          'x-causeway': { at: 'samples' },
        },
        ...facts(1),
      },
      apiToken: { type: 'string', ...facts(1) },
      'a.b': { type: 'boolean', examples: [true, false], ...facts(1) },
      address: {
        type: 'object',
        properties: { city: { type: 'string', examples: ['Ulm'], ...facts(1) } },
        ...facts(0.5),
      },
      empty: { type: 'object', properties: {}, ...facts(0.5) },
    },
  });
  expect(warnings).toStrictEqual([
    { code: 'mixed_types', message: 'id is string and number in different samples', at: 'samples' },
  ]);
});

test('few values, often repeated, are a list to choose from', () => {
  const { properties } = schemaOf(
    profileOf(
      Array.from({ length: 12 }, (_, index) => ({
        status: index % 2 === 0 ? 'open' : 'closed',
        name: `n${index}`,
      })),
    ),
  );
  expect(properties).toMatchObject({ status: { enum: ['closed', 'open'] }, name: { type: 'string' } });
  expect(properties).not.toHaveProperty('name.enum');
});

test('an object whose keys are data is a map', () => {
  const records = Array.from({ length: 40 }, (_, row) => ({
    rates: { [`c${row * 2}`]: 1.5, [`c${row * 2 + 1}`]: 2 },
  }));
  expect(schemaOf(profileOf(records))).toMatchObject({
    properties: { rates: { type: 'object', additionalProperties: true } },
  });
});

test('any JSON gives a schema with a place for every field, and the same one every time', () => {
  fc.assert(
    fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 8 }), (values) => {
      const records = values as Record<string, Json>[];
      const schema = schemaOf(profileOf(records));
      expect(schemaOf(profileOf(records))).toStrictEqual(schema);
      const names = new Set(records.flatMap((record) => Object.keys(record)).filter((name) => name !== ''));
      expect(new Set(Object.keys((schema['properties'] ?? {}) as object))).toStrictEqual(names);
    }),
    { numRuns: 200 },
  );
});

test('what is in an object that is null in some records is not in those', () => {
  const { properties } = schemaOf(
    profileOf([{ addr: null }, { addr: { city: 'Ulm' } }, { addr: null }, { addr: { city: 'Bonn' } }]),
  );
  expect(properties).toMatchObject({ addr: { properties: { city: facts(0.5) }, nullable: true } });
});
