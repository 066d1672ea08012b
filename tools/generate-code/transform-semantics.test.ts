import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import {
  applyRow,
  type Condition,
  codeSystems,
  dateFormats,
  type FieldInput,
  TransformError,
  textParts,
} from '../model/index.ts';
import { type HandRow, handMapping, handRow } from './__fixtures__/hand-mapping.ts';
import { runProgram } from './__fixtures__/run.ts';
import { smallEntity } from './__fixtures__/small-entity.ts';
import { writeConnector } from './__fixtures__/write-connector.ts';
import { generateConnector } from './index.ts';

const table = [
  { from: 'customer', to: 'C' },
  { from: 1, to: null },
  { from: true, to: 2 },
  { from: 'customer', to: 'never' },
];
const loose = [
  { from: 'in_progress', to: 'working' },
  { from: 'Yes', to: true },
  { from: null, to: 'never' },
  { from: 12.5, to: 'half' },
];
const transforms: readonly object[] = [
  { kind: 'identity' },
  { kind: 'rename' },
  { kind: 'unnest' },
  { kind: 'nest', wrap: null },
  { kind: 'nest', wrap: 'id' },
  ...['string', 'integer', 'number', 'boolean'].map((to) => ({ kind: 'cast', to })),
  { kind: 'split', separator: ' ', index: 0 },
  { kind: 'split', separator: ' ', index: 1, rest: true },
  { kind: 'split', separator: ',', index: -1 },
  { kind: 'split', separator: ',', index: -2, rest: true },
  ...textParts.map((part) => ({ kind: 'split', separator: ' ', index: 0, part })),
  { kind: 'lookup', table },
  { kind: 'lookup', table, otherwise: 'O' },
  { kind: 'lookup', table, otherwise: null },
  { kind: 'lookup', table: loose, loose: true },
  { kind: 'lookup', table: loose, loose: true, otherwise: 0 },
  ...codeSystems.map((codes) => ({ kind: 'lookup', table: [], codes })),
  { kind: 'lookup', table: loose, loose: true, codes: 'country-alpha2', otherwise: null },
  { kind: 'lookup', table: loose, codes: 'state-code' },
  { kind: 'unit', factor: 0.01, decimals: 2 },
  { kind: 'unit', factor: 100, decimals: 0 },
  { kind: 'unit', factor: 0.01, decimals: 2, currency: 'dollars' },
  { kind: 'unit', factor: 0.01, decimals: 2, currency: 'yen' },
  { kind: 'unit', factor: 100, decimals: 0, currency: 'dinars' },
  { kind: 'unit', factor: 100, decimals: 0, currency: 'absent' },
  { kind: 'unit', factor: 0.453592, decimals: 3 },
  ...dateFormats.flatMap((from) => dateFormats.map((to) => ({ kind: 'date-format', from, to }))),
  { kind: 'constant', value: true },
  { kind: 'default', value: 'n/a' },
  { kind: 'conditional', equals: 'US', match: 1, otherwise: null },
  { kind: 'conditional', equals: true, match: false, otherwise: true },
  { kind: 'conditional', equals: 'US', anyOf: ['abc', 1, null], match: 'listed', otherwise: 'other' },
  { kind: 'conditional', equals: null, present: true, match: true, otherwise: false },
  ...['first', 'last', 'join', 'count', 'sum'].flatMap((op) => [
    { kind: 'aggregate', op, separator: '; ' },
    { kind: 'aggregate', op, separator: '; ', where: { path: 'marks', equals: 'work' } },
    { kind: 'aggregate', op, separator: '; ', where: { path: 'marks', equals: 7, orFirst: true } },
  ]),
  { kind: 'unnest', where: { path: 'marks', equals: 'WORK' } },
  { kind: 'unnest', where: { path: 'marks', equals: true } },
  { kind: 'unnest', where: { path: 'absent', equals: 'work', orFirst: true } },
  { kind: 'reference', entity: 'thing', as: 'object' },
  { kind: 'reference', entity: 'thing', as: 'scalar' },
];

type Asked = Condition extends infer One ? (One extends unknown ? Omit<One, 'source'> : never) : never;
const conditions: readonly Asked[] = [
  { is: 'filled' },
  { is: 'empty' },
  { is: 'equals', value: 'US' },
  { is: 'equals', value: null },
  { is: 'equals', value: 0 },
  { is: 'in', value: ['abc', true, '', 'last'] },
  { is: 'in', value: [1, "it's"] },
];

const values: readonly unknown[] = [
  undefined,
  null,
  '',
  ' ',
  'customer',
  'US',
  'Ada de Vries',
  'a, b ,c',
  'abc',
  'Yes',
  ' TRUE ',
  'n',
  '12.50',
  '12.9',
  '-0',
  '1e3',
  'Infinity',
  '0x10',
  0,
  1,
  -1.005,
  1.005,
  12.9,
  1999,
  1e21,
  true,
  false,
  '2024-02-29',
  '2024-02-30',
  '31/12/2024',
  '2024-02-29T23:00:00-02:00',
  '1709164800000',
  1709164800,
  1709164800000,
  8.64e15,
  9e15,
  [],
  ['a', 'b'],
  ['1', 2],
  [null],
  [1, 'x'],
  { a: 1 },
  [['a', ['b']], 'c'],
  ['x', 'y', 'z'],
  'In Progress',
  'inProgress',
  ' germany ',
  'DEU',
  'de',
  'United States of America',
  "Cote d'Ivoire",
  'Texas',
  'tx',
  'eur',
  'en-US',
  'pt_br',
  'Vries, Ada de',
  'Mary Ann Smith Jr.',
  'Ludwig van der Rohe',
  'Cher',
  'Smith, Jr.',
  'Springfield, IL 62704',
  '+44 117 496 0123 ext. 12',
  '+441174960123',
  'first line\nsecond line\r\nthird',
  '20240229',
  20240229,
  '20240230',
  '02/29/2024',
  '29.02.2024',
  '2024-02-29T10:00:00',
  '2024-02-29 10:00:00.5 +0530',
  '2024-02-29T24:00:00Z',
  '2024-02-29T10:61:00Z',
  ' 2024-02-29T10:00Z ',
  99999999999,
  100000000000,
  'Zoë 株式会社',
  '\u0000',
  "it's",
  '__proto__',
];

/** What neighbours of the values hold. */
const beside = { marks: ['home', 'Work', true], dollars: 'USD', yen: 'jpy', dinars: 'KWD' };

const any = (path: string): FieldInput => ({ path, type: 'any' });

test('generated code makes of every value what the definition makes of it', async () => {
  // Every row has a source of its own, so that one value is seen by one row.
  const rows: HandRow[] = transforms.map((transform, n) => [`t${n}`, `s${n}`, transform]);
  rows.push(
    ['joined', ['a', 'b', 'c'], { kind: 'concat', separator: ' ' }],
    ['filled', ['d', 'b', 'c'], { kind: 'concat', separator: ' ', template: 'Attn {1}, {2} ({3})' }],
    ['turned', ['b', 'e', 'c'], { kind: 'concat', separator: ' ', template: '{3} - {2}' }],
    [
      'state',
      ['f', 'c', 'b'],
      {
        kind: 'conditional',
        equals: 'US',
        match: 1,
        otherwise: null,
        anyOf: ['abc'],
        cases: [
          { source: 2, equals: 'never', match: 2 },
          { source: 0, equals: 'n', match: 'no' },
        ],
      },
    ],
  );
  // A condition on the value itself, and on another one.
  for (const [n, condition] of conditions.entries()) {
    rows.push([`w${n}`, `w${n}`, { kind: 'rename' }, { when: { source: `w${n}`, ...condition } }]);
    rows.push([`v${n}`, 'c', { kind: 'cast', to: 'string' }, { when: { source: 'c', ...condition } }]);
    rows.push([`u${n}`, `u${n}`, { kind: 'cast', to: 'number' }, { when: { source: 'b', ...condition } }]);
  }
  const source = smallEntity(
    'alpha',
    [...new Set([...rows.flatMap(([, sources]) => sources), ...Object.keys(beside), 'absent'])].map(any),
  );
  const target = smallEntity(
    'beta',
    rows.map(([path]) => any(path)),
  );
  const folder = await writeConnector(await generateConnector(handMapping(source, target, rows)));
  const { transform } = (await import(pathToFileURL(join(folder, 'src/transform.ts')).href)) as {
    transform: (source: object) => Record<string, unknown>;
  };
  for (const row of rows) {
    const { sources, target: field } = handRow(row);
    const [first = ''] = sources;
    for (const value of values) {
      const record: Record<string, unknown> = { id: '1', b: null, c: 'last', ...beside };
      if (value !== undefined) record[first] = value;
      const generated = outcome(() => transform(record)[field]);
      const expected = outcome(() => applyRow(handRow(row), (path) => record[path]));
      expect({ row, value, outcome: generated }).toStrictEqual({ row, value, outcome: expected });
    }
  }
});

test('lists: one element per element, a single value as a list of one, and no empty groups', async () => {
  const source = smallEntity(
    'alpha',
    [
      'lines[].sku',
      'lines[].note',
      'city',
      'tags[]',
      'mails[].value',
      'mails[].kind',
      'mails[].main',
      'groups[].members[].name',
    ].map(any),
  );
  const target = smallEntity(
    'beta',
    [
      'items[].code',
      'items[].text',
      'items[].from',
      'items[].parts[].name',
      'book.items[].city',
      'labels[]',
      'first',
      'work',
      'main',
      'nobody',
      'members',
      'country',
      'status',
    ].map(any),
  );
  const rows: HandRow[] = [
    ['items[].code', 'lines[].sku', { kind: 'cast', to: 'string' }],
    ['items[].text', 'lines[].note'],
    ['items[].from', 'city'],
    ['items[].parts[].name', 'lines[].sku'],
    ['book.items[].city', 'city'],
    ['labels[]', 'tags[]', { kind: 'cast', to: 'string' }],
    ['first', 'tags[]', { kind: 'aggregate', op: 'first' }],
    ['work', 'mails[].value', { kind: 'unnest', where: { path: 'mails[].kind', equals: 'work' } }],
    [
      'main',
      'mails[].value',
      { kind: 'aggregate', op: 'first', where: { path: 'mails[].main', equals: true, orFirst: true } },
    ],
    ['nobody', 'mails[].value', { kind: 'unnest', where: { path: 'mails[].kind', equals: 'fax' } }],
    ['members', 'groups[].members[].name', { kind: 'aggregate', op: 'join' }],
    ['country', 'city', { kind: 'lookup', table: [], codes: 'country-alpha2', otherwise: 'ZZ' }],
    [
      'status',
      ['city', 'tags[]'],
      {
        kind: 'conditional',
        equals: 'Oslo',
        match: 'home',
        otherwise: 'away',
        cases: [{ source: 1, equals: null, match: 'none' }],
      },
    ],
  ];
  const connector = await generateConnector(handMapping(source, target, rows));
  const folder = await writeConnector(connector);
  expect(await runProgram('tsc', ['--noEmit'], { cwd: folder })).toMatchObject({ code: 0, stdout: '' });
  const { transform } = (await import(pathToFileURL(join(folder, 'src/transform.ts')).href)) as {
    transform: (source: object) => unknown;
  };
  expect([
    transform({
      id: '1',
      lines: [{ sku: 7, note: null }, { sku: 8 }],
      city: 'Oslo',
      tags: [1, 2],
      mails: [{ value: 'a@b.c' }, { value: 'd@e.f', kind: 'Work' }],
      groups: [{ members: [{ name: 'Ada' }, { name: 'Grace' }] }, { members: [{ name: 'Mary' }] }],
    }),
    transform({ id: '1' }),
    transform({ id: '1', lines: [], tags: null, city: null }),
  ]).toStrictEqual([
    {
      items: [
        { code: '7', text: null, from: 'Oslo', parts: [{ name: 7 }] },
        { code: '8', from: 'Oslo', parts: [{ name: 8 }] },
      ],
      book: { items: [{ city: 'Oslo' }] },
      labels: ['1', '2'],
      first: 1,
      work: 'd@e.f',
      main: 'a@b.c',
      members: 'Ada, Grace, Mary',
      country: 'ZZ',
      status: 'home',
    },
    {},
    { items: [], book: { items: [{ city: null }] }, country: null, status: 'away' },
  ]);
});

function outcome(work: () => unknown): unknown {
  try {
    return { value: work() };
  } catch (error) {
    if (error instanceof TransformError) return { refused: error.message };
    if (error instanceof Error && error.name === 'RecordError') return { refused: error.message };
    throw error;
  }
}
