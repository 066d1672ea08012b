import { expect, test } from 'vitest';
import { Transform } from '../../model/index.ts';
import { transformWords } from './transform-words.ts';

test.each([
  [{ kind: 'split', separator: '|', index: 0 }, 'split at <code>&#34;&#124;&#34;</code>, part 1'],
  [{ kind: 'lookup', table: [], codes: 'state-code' }, 'as a state code of two letters, others are refused'],
  [{ kind: 'unnest', where: { path: 'a|b', equals: 1 } }, 'the one whose <code>a&#124;b</code> is `1`'],
  [{ kind: 'expression', note: '@ann knows' }, 'by hand in `overrides.ts`: @\u200bann knows'],
])('%j', (transform, words) => {
  expect(transformWords({ sources: ['a'], transform: Transform.parse(transform) })).toBe(words);
});
