import { expect, test } from 'vitest';
import { applyTransform, type Transform } from '../index.ts';

const table = [
  { from: 'customer', to: 'C' },
  { from: 'lead', to: 'L' },
];
const split = { kind: 'split', separator: ' ', index: 0, rest: false } as const;
const status = {
  kind: 'conditional',
  equals: true,
  match: 'WON',
  cases: [{ source: 1, equals: true, match: 'LOST' }],
} satisfies Partial<Transform>;
const related: Readonly<Record<string, unknown>> = { currency: 'JPY', kinds: ['Home', 'Work', 'home'] };
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
  [{ kind: 'concat', separator: '', template: '{2}, {1} ({3})' }, ['Ada', 'King', null], 'King, Ada)'],
  [{ kind: 'concat', separator: '', template: '#{1}-{2}' }, [7, 'x'], '#7-x'],
  [{ kind: 'concat', separator: '', template: '#{1}-{2}' }, [null, ''], undefined],
  [{ kind: 'split', separator: '@', index: -1, rest: false }, ['ada@example.com'], 'example.com'],
  [{ kind: 'split', separator: '\n', index: 1, rest: true }, ['1 Road\r\nFlat 2\nRear'], 'Flat 2\nRear'],
  [{ ...split, part: 'given-name' }, ['Ada de Vries'], 'Ada'],
  [{ ...split, part: 'family-name' }, ['Ada de Vries'], 'de Vries'],
  [{ ...split, part: 'city' }, ['Springfield, IL 62704'], 'Springfield'],
  [{ ...split, part: 'state' }, ['Springfield, IL 62704'], 'IL'],
  [{ ...split, part: 'postal-code' }, ['Toronto, ON M5V 2T6'], 'M5V 2T6'],
  [{ ...split, part: 'phone-country-code' }, ['+44 117 496 0123'], '44'],
  [{ ...split, part: 'phone-country-code' }, ['+441174960123'], undefined],
  [{ ...split, part: 'phone-extension' }, ['117 496 0123 ext. 12'], '12'],
  [{ kind: 'lookup', table: [{ from: 'in_progress', to: 'W' }], loose: true }, ['In Progress'], 'W'],
  [
    { kind: 'lookup', table: [{ from: 'Deutschland', to: 'DE' }], codes: 'country-alpha2' },
    ['Deutschland'],
    'DE',
  ],
  [{ kind: 'lookup', table: [], codes: 'country-alpha2' }, ['France'], 'FR'],
  [{ kind: 'lookup', table }, ['lead'], 'L'],
  [{ kind: 'lookup', table, otherwise: 'O' }, ['unknown'], 'O'],
  [{ kind: 'unit', factor: 0.01, decimals: 2 }, ['1999'], 19.99],
  [{ kind: 'unit', factor: 100, decimals: 0 }, [1.005], 101],
  // With what `related` answers: yen.
  [{ kind: 'unit', factor: 0.01, decimals: 2, currency: 'currency' }, [1999], 1999],
  [{ kind: 'unit', factor: 100, decimals: 0, currency: 'currency' }, ['1999'], 1999],
  [{ kind: 'unit', factor: 100, decimals: 0, currency: 'other' }, [19.99], 1999],
  [{ kind: 'unnest', where: { path: 'kinds', equals: 'work' } }, [['a', 'b', 'c']], 'b'],
  [{ kind: 'unnest', where: { path: 'kinds', equals: 'fax' } }, [['a', 'b', 'c']], undefined],
  [{ kind: 'unnest', where: { path: 'kinds', equals: 'fax', orFirst: true } }, [['a', 'b']], 'a'],
  [
    { kind: 'aggregate', op: 'join', separator: '+', where: { path: 'kinds', equals: 'home' } },
    [['a', 'b', 'c']],
    'a+c',
  ],
  [{ kind: 'aggregate', op: 'count', separator: '' }, [[['a', 'b'], ['c']]], 3],
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
  [{ kind: 'conditional', equals: 'US', match: 1, otherwise: 0, anyOf: ['DE'] }, ['DE'], 1],
  [{ kind: 'conditional', equals: null, match: true, otherwise: false, present: true }, [undefined], false],
  [{ kind: 'conditional', equals: null, match: true, otherwise: false, present: true }, ['2024'], true],
  [{ ...status, otherwise: 'OPEN' }, [false, true], 'LOST'],
  [{ ...status, otherwise: 'OPEN' }, [true, true], 'WON'],
  [{ ...status, otherwise: 'OPEN' }, [false, false], 'OPEN'],
  [{ ...status, otherwise: 'OPEN' }, [undefined, undefined], undefined],
  [{ kind: 'aggregate', op: 'join', separator: '; ' }, [['a', 'b']], 'a; b'],
  [{ kind: 'aggregate', op: 'sum', separator: '' }, [['1', 2]], 3],
  [{ kind: 'reference', entity: 'customer', as: 'object' }, [9], { id: '9' }],
];

test.each(cases)('%j of %j is %j', (transform, sources, expected) => {
  expect(applyTransform(transform, sources, (path) => related[path])).toStrictEqual(expected);
});

test.each<[Transform, unknown, string]>([
  [{ kind: 'cast', to: 'number' }, 'abc', '"abc" is not a number'],
  [{ kind: 'cast', to: 'number' }, ' ', '" " is not a number'],
  [{ kind: 'cast', to: 'boolean' }, 'maybe', '"maybe" is not a yes or a no'],
  [{ kind: 'lookup', table }, 'other', '"other" is not in the value table'],
  [{ kind: 'lookup', table: [], codes: 'country-name' }, 'Atlantis', '"Atlantis" is not in the value table'],
  [{ ...split, part: 'city' }, 'Springfield', '"Springfield" is not written as "City, ST 12345"'],
  [{ kind: 'date-format', from: 'iso-date', to: 'epoch-s' }, '31/12/2024', '"31/12/2024" is not a date'],
])('%j refuses %j', (transform, value, message) => {
  expect(() => applyTransform(transform, [value])).toThrow(message);
});
