import { expect, test } from 'vitest';
import type { JsonObject } from '../../core/json/json.ts';
import { detectType } from './detect-type.ts';
import { sampleFields } from './sample-fields.ts';

test.each([
  ['day', ['2026-11-01'], 'date', null, null],
  ['when', ['2026-11-01T10:00:00Z', '2026-11-01T10:00:00.123+02:00'], 'date-time', null, null],
  ['uid', ['1b4e28ba-2fa1-41d2-883f-0016d3cca427'], 'string', null, 'uuid'],
  ['contact', ['a@example.com', ''], 'string', null, 'email'],
  ['site', ['https://example.com/a'], 'string', null, 'uri'],
  ['call', ['+1 555 010 0101'], 'string', null, 'phone'],
  ['mobilePhone', ['0555 010 0101'], 'string', null, 'phone'],
  ['createdAt', [1_712_000_000], 'date-time', 'integer', 'epoch-s'],
  ['created_at', [1_712_000_000_000], 'date-time', 'integer', 'epoch-ms'],
  ['updated_at', ['1712000000000'], 'date-time', 'string', 'epoch-ms'],
  ['views', [1_712_000_000], 'integer', null, null],
  ['amount', ['17', '3'], 'integer', 'string', null],
  ['amount', ['17.50', '3'], 'number', 'string', 'decimal'],
  ['zip', ['97477'], 'string', null, null],
  ['code', ['007'], 'string', null, null],
  ['amount', ['007'], 'string', null, null],
  ['amount', ['9007199254740993'], 'string', null, null],
  ['price', [1.5, 2], 'number', null, null],
  ['active', ['true', 'false'], 'boolean', 'string', null],
  ['active', ['Y', 'N'], 'boolean', 'string', 'y-n'],
  ['size', ['N'], 'string', null, null],
  ['text', ['2026-11-01', 'soon'], 'string', null, null],
])('%s %j is %s on the wire %s format %s', (path, values, type, wireType, format) => {
  expect(detectType(path, values)).toStrictEqual({ type, wireType, format });
});

test('values of several kinds have no type', () => {
  expect(detectType('id', ['1', 1])).toBeUndefined();
});

test('paths, optionality, nested lists, empty ones, mixed ones and secrets', () => {
  const records: JsonObject[] = [
    {
      id: 1,
      name: 'Mia',
      tags: [],
      lines: [{ sku: 'a', note: null }, { sku: 'b' }],
      apiToken: 't',
      'a.b': true,
    },
    { id: '2', tags: ['x'], lines: [], address: { city: 'Ulm' }, empty: {}, apiToken: 'u', 'a.b': false },
  ];
  const { fields, warnings } = sampleFields(records);
  expect(
    fields.map(({ path, type, nullable, description, examples }) => [
      path,
      type,
      nullable,
      description,
      examples,
    ]),
  ).toStrictEqual([
    ['id', 'any', false, null, ['1', '2']],
    ['name', 'string', true, 'Present in 1 of 2 samples', ['Mia']],
    ['lines[].sku', 'string', false, null, ['a', 'b']],
    ['lines[].note', 'any', true, 'Present in 1 of 2 samples', []],
    ['apiToken', 'string', false, null, []],
    ['a\\.b', 'boolean', false, null, ['true', 'false']],
    ['tags[]', 'string', false, null, ['x']],
    ['address.city', 'string', false, null, ['Ulm']],
    ['empty', 'object', true, 'Present in 1 of 2 samples', []],
  ]);
  expect(warnings).toStrictEqual([
    { code: 'mixed_types', message: 'id is number and string in different samples', at: 'samples' },
  ]);
});

test('few values, often repeated, are a list to choose from', () => {
  const records = Array.from({ length: 12 }, (_, index) => ({
    status: index % 2 === 0 ? 'open' : 'closed',
    name: `n${index}`,
  }));
  const { fields } = sampleFields(records);
  expect(fields.map(({ path, enum: values }) => [path, values.map(({ value }) => value)])).toStrictEqual([
    ['status', ['closed', 'open']],
    ['name', []],
  ]);
});
