import { expect, test } from 'vitest';
import { normalName } from './baseline.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { trigramDice } from './trigram.ts';

test.each([
  ['martha', 'marhta', 0.9611],
  ['dixon', 'dicksonx', 0.8133],
  ['dwayne', 'duane', 0.84],
  ['abc', 'xyz', 0],
  ['same', 'same', 1],
])('Jaro-Winkler of %s and %s', (a, b, similarity) => {
  expect(jaroWinkler(a, b)).toBeCloseTo(similarity, 4);
  expect(jaroWinkler(b, a)).toBeCloseTo(similarity, 4);
});

test('trigram Dice', () => {
  // "  ab  " has 4 pieces, "  ac  " too; only "  a" is shared.
  expect(trigramDice('ab', 'ac')).toBe(2 / 8);
  expect(trigramDice('ab', 'ab')).toBe(1);
});

test('normalised names', () => {
  expect(normalName('a.b[].First_Name')).toBe('firstname');
});
