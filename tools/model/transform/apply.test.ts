import { expect, test } from 'vitest';
import { applyTransform, type Transform } from '../index.ts';

const table = [
  { from: 'customer', to: 'C' },
  { from: 'lead', to: 'L' },
];
const cases: [Transform, unknown[], unknown][] = [
  [{ kind: 'identity' }, ['x'], 'x'],
  [{ kind: 'rename' }, [null], null],
  [{ kind: 'rename' }, [undefined], undefined],
  [{ kind: 'cast', to: 'number' }, ['12.50'], 12.5],
  [{ kind: 'cast', to: 'integer' }, ['12.9'], 12],
  [{ kind: 'cast', to: 'boolean' }, ['No'], false],
  [{ kind: 'cast', to: 'string' }, [false], 'false'],
  [{ kind: 'concat', separator: ' ' }, ['Ada', null, '', 'King'], 'Ada King'],
  [{ kind: 'concat', separator: ' ' }, [undefined, ''], undefined],
  [{ kind: 'split', separator: ' ', index: 0, rest: false }, ['Ada de Vries'], 'Ada'],
  [{ kind: 'split', separator: ' ', index: 1, rest: true }, ['Ada de Vries'], 'de Vries'],
  [{ kind: 'split', separator: ' ', index: -1, rest: false }, ['Ada de Vries'], 'Vries'],
  [{ kind: 'split', separator: ' ', index: 1, rest: true }, ['Ada'], undefined],
  [{ kind: 'lookup', table }, ['lead'], 'L'],
  [{ kind: 'lookup', table, otherwise: 'O' }, ['unknown'], 'O'],
  [{ kind: 'unit', factor: 0.01, decimals: 2 }, ['1999'], 19.99],
  [{ kind: 'unit', factor: 100, decimals: 0 }, [1.005], 101],
  [{ kind: 'date-format', from: 'epoch-ms', to: 'iso-date' }, ['1709164800000'], '2024-02-29'],
  [{ kind: 'date-format', from: 'iso-date', to: 'epoch-s' }, ['2024-02-29'], 1709164800],
  [
    { kind: 'date-format', from: 'iso-date-time', to: 'iso-date-time' },
    ['2024-02-29T23:00:00-02:00'],
    '2024-03-01T01:00:00.000Z',
  ],
  [{ kind: 'nest', wrap: 'id' }, ['7'], { id: '7' }],
  [{ kind: 'constant', value: true }, [], true],
  [{ kind: 'default', value: 'n/a' }, [''], 'n/a'],
  [{ kind: 'conditional', equals: 'US', match: 1, otherwise: 0 }, ['DE'], 0],
  [{ kind: 'aggregate', op: 'join', separator: '; ' }, [['a', 'b']], 'a; b'],
  [{ kind: 'aggregate', op: 'sum', separator: '' }, [['1', 2]], 3],
  [{ kind: 'reference', entity: 'customer', as: 'object' }, [9], { id: '9' }],
];

test.each(cases)('%j of %j is %j', (transform, sources, expected) => {
  expect(applyTransform(transform, sources)).toStrictEqual(expected);
});

test.each<[Transform, unknown, string]>([
  [{ kind: 'cast', to: 'number' }, 'abc', '"abc" is not a number'],
  [{ kind: 'cast', to: 'number' }, ' ', '" " is not a number'],
  [{ kind: 'cast', to: 'boolean' }, 'maybe', '"maybe" is not a yes or a no'],
  [{ kind: 'lookup', table }, 'other', '"other" is not in the value table'],
  [{ kind: 'date-format', from: 'iso-date', to: 'epoch-s' }, '31/12/2024', '"31/12/2024" is not a date'],
])('%j refuses %j', (transform, value, message) => {
  expect(() => applyTransform(transform, [value])).toThrow(message);
});
