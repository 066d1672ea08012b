import { expect, test } from 'vitest';
import { conflictRules } from '../conflict-rule.ts';
import { Condition, holds } from './condition.ts';
import { sayRow } from './say-row.ts';
import { isPlainCopy, sayTransform } from './say-transform.ts';
import { Transform } from './transform.ts';

const shown = { code: (text: string) => `<${text}>`, text: (text: string) => `~${text}~` };
const address = 'of "City, ST 12345"';
const conditional = { kind: 'conditional', equals: 'y', match: true, otherwise: false };
const cases: readonly (readonly [transform: object, words: string])[] = [
  [{ kind: 'identity' }, 'as is'],
  [{ kind: 'rename' }, 'as is'],
  [{ kind: 'cast', to: 'integer' }, 'as a whole number'],
  [{ kind: 'concat', separator: ' ' }, 'joined with <" ">'],
  [{ kind: 'concat', separator: ' ', template: '{1}, {2}' }, 'written as <"{1}, {2}">'],
  [{ kind: 'split', separator: '|', index: 0 }, 'split at <"|">, part 1'],
  [{ kind: 'split', separator: ' ', index: -1 }, 'split at <" ">, last part'],
  [{ kind: 'split', separator: ' ', index: -2 }, 'split at <" ">, part 2 from the end'],
  [{ kind: 'split', separator: ' ', index: 1, rest: true }, 'split at <" ">, everything from part 2 on'],
  [{ kind: 'split', separator: ' ', index: -2, rest: true }, 'split at <" ">, the last 2 parts'],
  [{ kind: 'split', separator: ' ', index: 0, part: 'family-name' }, 'only the last name'],
  [{ kind: 'split', separator: ', ', index: 0, part: 'postal-code' }, `only the postal code ${address}`],
  [
    { kind: 'lookup', table: ['a', 'b', 'c', 'd'].map((from) => ({ from, to: from.toUpperCase() })) },
    'by value: <"a"> → <"A">, <"b"> → <"B">, <"c"> → <"C">, 1 more, others are refused',
  ],
  [
    { kind: 'lookup', table: [{ from: 1, to: true }], otherwise: null, loose: true },
    'by value, spelling aside: <1> → <true>, others → <null>',
  ],
  [
    { kind: 'lookup', table: [{ from: 'UK', to: 'GB' }], codes: 'country-alpha2' },
    'by value: <"UK"> → <"GB">, else as a country code of two letters, others are refused',
  ],
  [{ kind: 'lookup', table: [], codes: 'state-name', otherwise: '' }, 'as the state\'s name, others → <"">'],
  [{ kind: 'lookup', table: [] }, 'by a value table that is still empty: others are refused'],
  [{ kind: 'unit', factor: 0.01, decimals: 2 }, '× 0.01, rounded to 2 decimals'],
  [
    { kind: 'unit', factor: 0.01, decimals: 2, currency: 'cur' },
    'cents to whole units, with the decimals of the currency in <cur>',
  ],
  [
    { kind: 'unit', factor: 100, decimals: 0, currency: 'cur' },
    'whole units to cents, with the decimals of the currency in <cur>',
  ],
  [{ kind: 'date-format', from: 'epoch-ms', to: 'iso-date' }, 'milliseconds since 1970 → date'],
  [{ kind: 'nest' }, 'into a nested field'],
  [{ kind: 'nest', wrap: 'id' }, 'into an object under <id>'],
  [{ kind: 'unnest' }, 'out of its object'],
  [{ kind: 'unnest', where: { path: 'm[].kind', equals: 'work' } }, 'the one whose <m[].kind> is <"work">'],
  [{ kind: 'constant', value: 'x' }, 'always <"x">'],
  [{ kind: 'default', value: 0 }, 'as is, <0> when empty'],
  [conditional, '<true> when <"y">, else <false>'],
  [{ ...conditional, anyOf: ['yes', 1] }, '<true> when <"y"> or <"yes"> or <1>, else <false>'],
  [{ ...conditional, present: true }, '<true> when filled, else <false>'],
  [
    { ...conditional, cases: [{ source: 1, equals: null, match: 'none' }] },
    '<true> when <a.b> is <"y">, <"none"> when <c> is <null>, else <false>',
  ],
  [
    { ...conditional, cases: [1, 1, 1, 7].map((source) => ({ source, equals: 1, match: 2 })) },
    '<true> when <a.b> is <"y">, <2> when <c> is <1>, <2> when <c> is <1>, <2> when <c> is <1>, 1 more, else <false>',
  ],
  [{ kind: 'aggregate', op: 'join' }, 'all, joined with <", ">'],
  [{ kind: 'aggregate', op: 'sum' }, 'sum of all'],
  [
    { kind: 'aggregate', op: 'first', where: { path: 'm[].main', equals: true, orFirst: true } },
    'first of those whose <m[].main> is <true>, or the first',
  ],
  [{ kind: 'reference', entity: 'subsidiary', as: 'object' }, 'id of <subsidiary>, as an object'],
  [{ kind: 'expression', note: 'ann knows' }, 'by hand in <overrides.ts>: ~ann knows~'],
];

test.each(cases)('%j', (transform, words) => {
  expect(sayTransform({ sources: ['a.b', 'c'], transform: Transform.parse(transform) }, shown)).toBe(words);
});

test('every kind has words', () => {
  const kinds = Transform.options.map((option) => option.shape.kind.value);
  const said = cases.map(([transform]) => Transform.parse(transform).kind);
  expect([...new Set(said)].sort()).toStrictEqual([...kinds].sort());
});

test('what changes nothing but the place is a plain copy', () => {
  const plain = cases.map(([transform]) => Transform.parse(transform)).filter(isPlainCopy);
  expect(plain).toStrictEqual([
    { kind: 'identity' },
    { kind: 'rename' },
    { kind: 'nest', wrap: null },
    { kind: 'unnest' },
  ]);
});

test('a row says when it applies and whose value stands', () => {
  const row = { sources: ['a'], transform: { kind: 'rename' as const } };
  const when = (condition: object) =>
    sayRow({ ...row, when: Condition.parse({ source: 'k', ...condition }) }, shown);
  expect(sayRow(row, shown)).toBe('as is');
  expect(sayRow(row, shown, { brief: true })).toBe('');
  expect(when({ is: 'filled' })).toBe('as is; only when <k> is filled');
  expect(when({ is: 'equals', value: 'x' })).toBe('as is; only when <k> is <"x">');
  expect(when({ is: 'in', value: ['x', null] })).toBe('as is; only when <k> is <"x"> or <null>');
  expect(conflictRules.map((conflict) => sayRow({ ...row, conflict }, shown, { brief: true }))).toStrictEqual(
    [
      "the source's value stands",
      "the target's value stays where it has one",
      'when both sides changed it, the newest stands',
      'when both sides changed it, a person decides',
    ],
  );
});

test.each<[Condition['is'], unknown, boolean]>([
  ['filled', 0, true],
  ['filled', '', false],
  ['empty', null, true],
  ['empty', false, false],
  ['equals', 1, true],
  ['equals', '1', false],
])('%s holds for %j: %s', (is, value, expected) => {
  expect(holds(Condition.parse({ source: 'k', is, ...(is === 'equals' ? { value: 1 } : {}) }), value)).toBe(
    expected,
  );
});
