import { expect, test } from 'vitest';
import { Transform } from '../../model/index.ts';
import { transformWords } from './transform-words.ts';

test.each([
  [{ kind: 'identity' }, 'as is'],
  [{ kind: 'cast', to: 'integer' }, 'to integer'],
  [{ kind: 'concat', separator: ' ' }, 'joined with `" "`'],
  [{ kind: 'split', separator: '|', index: 0 }, 'split at <code>&#34;&#124;&#34;</code>, part 1'],
  [{ kind: 'split', separator: ' ', index: -1 }, 'split at `" "`, last part'],
  [{ kind: 'split', separator: ' ', index: -2 }, 'split at `" "`, part 2 from the end'],
  [{ kind: 'split', separator: ' ', index: 1, rest: true }, 'split at `" "`, everything from part 2 on'],
  [
    { kind: 'lookup', table: ['a', 'b', 'c', 'd'].map((from) => ({ from, to: from.toUpperCase() })) },
    'by value: `"a"` → `"A"`, `"b"` → `"B"`, `"c"` → `"C"`, 1 more, others are refused',
  ],
  [
    { kind: 'lookup', table: [{ from: 1, to: true }], otherwise: null },
    'by value: `1` → `true`, others → `null`',
  ],
  [{ kind: 'unit', factor: 0.01, decimals: 2 }, '× 0.01, rounded to 2 decimals'],
  [{ kind: 'date-format', from: 'epoch-ms', to: 'iso-date' }, 'milliseconds since 1970 → date'],
  [{ kind: 'nest', wrap: 'id' }, 'into an object under `id`'],
  [{ kind: 'constant', value: 'x' }, 'always `"x"`'],
  [{ kind: 'default', value: 0 }, 'as is, `0` when empty'],
  [{ kind: 'conditional', equals: 'y', match: true, otherwise: false }, '`true` when `"y"`, else `false`'],
  [{ kind: 'aggregate', op: 'join' }, 'all, joined with `", "`'],
  [{ kind: 'aggregate', op: 'first' }, 'first of all'],
  [{ kind: 'reference', entity: 'subsidiary', as: 'object' }, 'id of `subsidiary`, as an object'],
  [{ kind: 'expression', note: '@ann knows' }, 'by hand in `overrides.ts`: @\u200bann knows'],
])('%j', (transform, words) => {
  expect(transformWords(Transform.parse(transform))).toBe(words);
});
