import { expect, test } from 'vitest';
import { entity } from '../model/__fixtures__/entity.ts';
import type { FieldInput } from '../model/index.ts';
import { matchEntities } from './match-entities.ts';

const text = (path: string, rest: Partial<FieldInput> = {}): FieldInput => ({
  path,
  type: 'string',
  ...rest,
});

const source = entity(
  'crm',
  'contact',
  [
    text('id', { readOnly: true, examples: ['17'] }),
    text('properties.email', { format: 'email', examples: ['ada@example.com'] }),
    text('properties.firstname', { examples: ['Ada'] }),
    text('properties.lastname', { examples: ['King'] }),
    text('properties.city'),
    text('properties.ip_city'),
    text('properties.company'),
    text('properties.owner_id', { reference: 'user' }),
    { path: 'properties.createdate', type: 'date-time', format: 'epoch-ms', readOnly: true },
  ],
  { idField: 'id', naturalKeys: ['properties.email'] },
);
const target = entity(
  'erp',
  'contact',
  [
    text('id', { readOnly: true }),
    text('externalId'),
    text('lastName', { maxLength: 32 }),
    text('firstName', { maxLength: 32 }),
    text('email', { format: 'email', required: true }),
    text('fax'),
    text('company.id', { reference: 'customer' }),
    text('owner.id', { reference: 'employee' }),
    text('subsidiary.id', { reference: 'subsidiary', requiredWhen: 'there are several' }),
    text('taxCode', { required: true }),
    { path: 'dateCreated', type: 'date-time', readOnly: true },
    text('oldEmail', { deprecated: true }),
    { path: 'addresses', type: 'array' },
    text('addresses[].city'),
  ],
  { idField: 'id', externalIdField: 'externalId', naturalKeys: ['email'] },
);
const { mapping, fit } = matchEntities(source, target);

test('rows are in the order of the target, only for fields that can be written', () => {
  expect(mapping.rows.map((row) => [row.target, row.sources, row.transform, row.sample])).toStrictEqual([
    ['externalId', ['id'], { kind: 'identity' }, { before: '17', after: '17' }],
    ['lastName', ['properties.lastname'], { kind: 'unnest' }, { before: 'King', after: 'King' }],
    ['firstName', ['properties.firstname'], { kind: 'unnest' }, { before: 'Ada', after: 'Ada' }],
    [
      'email',
      ['properties.email'],
      { kind: 'unnest' },
      { before: 'ada@example.com', after: 'ada@example.com' },
    ],
    ['addresses[].city', ['properties.city'], { kind: 'nest', wrap: null }, null],
  ]);
});

test('every row says why, is a proposal, and ranks alternatives below itself', () => {
  for (const row of mapping.rows) {
    expect(row.status).toBe('proposed');
    expect(row.evidence.filter((one) => one.for).length).toBeGreaterThan(0);
    const order = [row, ...row.alternatives].map(({ confidence }) => confidence);
    expect(order).toStrictEqual(order.toSorted((a, b) => b - a));
    expect(row.alternatives.length).toBeLessThanOrEqual(5);
  }
});

test('what has no source and what is not used is listed', () => {
  expect(mapping.unmappedTargets).toStrictEqual([
    'fax',
    'company.id',
    'owner.id',
    'subsidiary.id',
    'taxCode',
  ]);
  expect(mapping.unusedSources).toStrictEqual([
    'properties.ip_city',
    'properties.company',
    'properties.owner_id',
    'properties.createdate',
  ]);
  expect(mapping.unmappedRequired.map(({ target: path, why }) => [path, why])).toStrictEqual([
    [
      'subsidiary.id',
      'Required only under a condition: there are several; it points at a subsidiary of the target system, so it needs a look-up or a fixed value',
    ],
    ['taxCode', 'Required when a record is created; no source field fits it well enough'],
  ]);
});

test('ids of other records are questions, never copied', () => {
  expect(mapping.incompatibilities.map(({ target: path, kind, lossy }) => [path, kind, lossy])).toStrictEqual(
    [
      ['lastName', 'length', true],
      ['firstName', 'length', true],
      ['email', 'optional-to-required', false],
      ['company.id', 'reference', false],
      ['owner.id', 'reference', false],
    ],
  );
});

test('match keys: the stamped id, then the natural key', () => {
  expect(mapping.matchKeys.map((key) => [key.source, key.target])).toStrictEqual([
    ['id', 'externalId'],
    ['properties.email', 'email'],
  ]);
});

test('the same input gives the same answer', () => {
  expect(matchEntities(source, target)).toStrictEqual({ mapping, fit });
});

test('a full name is made of its parts, and taken apart into them', () => {
  const parts = entity('a', 'user', [
    text('first_name', { examples: ['Ada'] }),
    text('last_name', { examples: ['de Vries'] }),
  ]);
  const whole = entity('b', 'person', [text('fullName', { examples: ['Ada de Vries'] })]);
  const rows = (from: typeof parts, to: typeof parts) =>
    matchEntities(from, to).mapping.rows.map((row) => [
      row.target,
      row.sources,
      row.transform,
      row.sample?.after,
    ]);
  expect(rows(parts, whole)).toStrictEqual([
    ['fullName', ['first_name', 'last_name'], { kind: 'concat', separator: ' ' }, 'Ada de Vries'],
  ]);
  expect(rows(whole, parts)).toStrictEqual([
    [
      'first_name',
      ['fullName'],
      { kind: 'split', separator: ' ', index: 0, rest: false, part: 'given-name' },
      'Ada',
    ],
    [
      'last_name',
      ['fullName'],
      { kind: 'split', separator: ' ', index: -1, rest: false, part: 'family-name' },
      'de Vries',
    ],
  ]);
});

test('records without anything in common give no rows and no fit', () => {
  const strange = entity('c', 'blob', [text('qzx'), text('wvk')]);
  const answer = matchEntities(strange, target);
  expect([answer.mapping.rows, answer.fit]).toStrictEqual([[], 0]);
});

test('empty records are no problem', () => {
  const nothing = entity('d', 'nothing', []);
  expect(matchEntities(nothing, nothing)).toStrictEqual({
    mapping: {
      rows: [],
      suggestions: [],
      matchKeys: [],
      unmappedRequired: [],
      unmappedTargets: [],
      unusedSources: [],
      incompatibilities: [],
      matchKeyQuestion: {
        why: 'Nothing says by which field a d nothing is recognised',
        candidates: [],
      },
      conflictRule: 'source',
      stamps: null,
      ignore: { sources: [], targets: [] },
    },
    fit: 0,
  });
});
