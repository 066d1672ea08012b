import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jaroWinkler, letterBits, wordSimilarity } from './similarity.ts';

const similarity = (a: string, b: string) => wordSimilarity(a, b, letterBits(a), letterBits(b));

test.each([
  ['street', 'street', 1],
  ['street', 'str', 0.7],
  ['catalogue', 'catalog', 0.7],
  ['organisation', 'organization', 0.8],
  ['street', 'strain', 0],
  ['id', 'idea', 0],
  ['straße', 'straßen', 0.7],
  ['amount', 'zzz', 0],
])('%s and %s', (a, b, expected) => {
  expect([similarity(a, b), similarity(b, a)]).toStrictEqual([expected, expected]);
});

test('what is told apart by its letters alone is not alike letter by letter', () => {
  // Few letters, so that many of the words are nearly the same; `à` shares its bit with other letters.
  const word = fc.string({
    unit: fc.constantFrom('a', 'b', 'c', 'd', 'à', '1'),
    minLength: 3,
    maxLength: 12,
  });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const beginning = a.startsWith(b) || b.startsWith(a);
      const expected = a === b ? 1 : beginning ? 0.7 : jaroWinkler(a, b) >= 0.92 ? 0.8 : 0;
      expect(similarity(a, b)).toBe(expected);
    }),
    { numRuns: 3000 },
  );
});
