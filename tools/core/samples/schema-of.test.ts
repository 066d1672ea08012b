import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Warning } from '../../model/index.ts';
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

function doubts(records: JsonObject[]) {
  const warnings: Warning[] = [];
  const { properties } = schemaOf(profileOf(records), warnings);
  return { properties, warnings: warnings.map(({ code, message }) => `${code}: ${message}`) };
}

test('a blank is no choice, and does not take the others away', () => {
  const records = Array.from({ length: 40 }, (_, n) => ({ status: n === 7 ? '' : n % 2 === 0 ? 'a' : 'b' }));
  const { properties, warnings } = doubts(records);
  expect(properties).toMatchObject({ status: { enum: ['a', 'b'], nullable: true } });
  expect(warnings).toStrictEqual(['blank_values: status is blank in 1 of 40 samples']);
});

test('a day that is blank in half may be missing', () => {
  const { properties, warnings } = doubts([{ when: '2026-01-01' }, { when: '' }]);
  expect(properties).toMatchObject({ when: { nullable: true, 'x-causeway': { type: 'date' } } });
  expect(warnings).toStrictEqual(['blank_values: when is blank in 1 of 2 samples']);
});

test('days among moments are moments and no list to choose from', () => {
  const records = Array.from({ length: 12 }, (_, n) => ({
    at: n % 2 ? '2026-01-01' : '2026-01-01T10:00:00Z',
  }));
  const { properties, warnings } = doubts(records);
  expect(properties).toMatchObject({ at: { 'x-causeway': { type: 'date-time' } } });
  expect(properties).not.toHaveProperty('at.enum');
  expect(warnings).toStrictEqual([
    'format_exceptions: at is date-time in some samples and a date without a time in others',
  ]);
});

test('integers that lose digits as numbers are text, and no rounded example is shown', () => {
  const { properties, warnings } = doubts([{ big: 2 ** 60 }, { big: 12 }]);
  expect(properties).toMatchObject({
    big: { type: 'integer', examples: [12], 'x-causeway': { type: 'string', wireType: 'integer' } },
  });
  expect(warnings).toStrictEqual([
    'large_integers: big has integers beyond 2^53, which lose digits as numbers; it is read as text',
  ]);
});

const uuid = (n: number) => `1b4e28ba-2fa1-41d2-883f-${String(n).padStart(12, '0')}`;

test.each([
  ['40 names that never come twice', Array.from({ length: 40 }, (_, n) => ({ [`k${n}`]: n }))],
  ['a few ids', [{ [uuid(1)]: { a: 1 }, [uuid(2)]: { a: 2 }, [uuid(3)]: { a: 3 } }]],
  ['days', [{ '2026-01-01': 1, '2026-01-02': 2, '2026-01-03': 4 }]],
])('%s are keys of a map', (_, bags) => {
  expect(doubts(bags.map((bag) => ({ bag: bag as JsonObject }))).properties).toMatchObject({
    bag: { type: 'object', additionalProperties: true },
  });
});

test('names that are in every object are fields, also when they look like ids', () => {
  const bag = { [uuid(1)]: 1, [uuid(2)]: 2, [uuid(3)]: 3 };
  const { properties } = doubts(Array.from({ length: 6 }, () => ({ bag })));
  expect(properties).toMatchObject({ bag: { properties: { [uuid(1)]: { type: 'integer' } } } });
});

test.each([
  ['day first', ['13/02/2024', '01/03/2024'], 'date-dmy', /written day\/month\/year/],
  ['month first', ['02/13/2024', '3/1/2024'], 'date-mdy', /written month\/day\/year/],
  ['either', ['02/03/2024', '03.01.2024'], 'date-dmy', /do not tell apart/],
  ['decimal comma', ['1.234,56', '99,50', '7,00'], 'decimal-comma', /decimal comma/],
  ['grouped digits', ['1,234.56', '99.50', '1,234'], 'decimal-grouped', /grouped digits/],
])('values written as one country does stay texts, and it is said: %s', (_, values, format, says) => {
  const warnings: Warning[] = [];
  const schema = schemaOf(profileOf(values.map((v) => ({ v }))), warnings);
  expect(schema).toMatchObject({ properties: { v: { type: 'string', 'x-causeway': { format } } } });
  expect(warnings.map(({ code, message }) => [code, says.test(message)])).toStrictEqual([
    ['local_format', true],
  ]);
});

test('values without a name are counted', () => {
  const warnings: Warning[] = [];
  expect(schemaOf(profileOf([{ '': 1, a: { '': 2 } }]), warnings)).toMatchObject({ properties: { a: {} } });
  expect(warnings).toMatchObject([{ code: 'unnamed_fields', message: expect.stringMatching(/^2 values/) }]);
});
