import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { applyTransform, type FieldInput, TransformError } from '../model/index.ts';
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
  { kind: 'lookup', table },
  { kind: 'lookup', table, otherwise: 'O' },
  { kind: 'lookup', table, otherwise: null },
  { kind: 'unit', factor: 0.01, decimals: 2 },
  { kind: 'unit', factor: 100, decimals: 0 },
  ...['iso-date', 'iso-date-time', 'epoch-ms', 'epoch-s'].flatMap((from) =>
    ['iso-date', 'iso-date-time', 'epoch-ms', 'epoch-s'].map((to) => ({ kind: 'date-format', from, to })),
  ),
  { kind: 'constant', value: true },
  { kind: 'default', value: 'n/a' },
  { kind: 'conditional', equals: 'US', match: 1, otherwise: null },
  ...['first', 'last', 'join', 'count', 'sum'].map((op) => ({ kind: 'aggregate', op, separator: '; ' })),
  { kind: 'reference', entity: 'thing', as: 'object' },
  { kind: 'reference', entity: 'thing', as: 'scalar' },
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
  'Zoë 株式会社',
  '\u0000',
  "it's",
  '__proto__',
];

const any = (path: string): FieldInput => ({ path, type: 'any' });

test('generated code makes of every value what the definition makes of it', async () => {
  // Every row has a source of its own, so that one value is seen by one row.
  const rows: HandRow[] = transforms.map((transform, n) => [`t${n}`, `s${n}`, transform]);
  rows.push(['joined', ['a', 'b', 'c'], { kind: 'concat', separator: ' ' }]);
  const source = smallEntity(
    'alpha',
    rows.flatMap(([, sources]) => [sources].flat().map(any)),
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
    const { sources, transform: defined, target: field } = handRow(row);
    const [first = ''] = sources;
    for (const value of values) {
      const record: Record<string, unknown> = { id: '1', b: null, c: 'last' };
      if (value !== undefined) record[first] = value;
      const generated = outcome(() => transform(record)[field]);
      const expected = outcome(() =>
        applyTransform(
          defined,
          sources.map((path) => record[path]),
        ),
      );
      expect({ row, value, outcome: generated }).toStrictEqual({ row, value, outcome: expected });
    }
  }
});

test('lists: one element per element, a single value as a list of one, and no empty groups', async () => {
  const source = smallEntity('alpha', ['lines[].sku', 'lines[].note', 'city', 'tags[]'].map(any));
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
  ];
  const connector = await generateConnector(handMapping(source, target, rows));
  const folder = await writeConnector(connector);
  expect(await runProgram('tsc', ['--noEmit'], { cwd: folder })).toMatchObject({ code: 0, stdout: '' });
  const { transform } = (await import(pathToFileURL(join(folder, 'src/transform.ts')).href)) as {
    transform: (source: object) => unknown;
  };
  expect([
    transform({ id: '1', lines: [{ sku: 7, note: null }, { sku: 8 }], city: 'Oslo', tags: [1, 2] }),
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
    },
    {},
    { items: [], book: { items: [{ city: null }] } },
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
