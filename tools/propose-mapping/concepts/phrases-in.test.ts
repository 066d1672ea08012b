import { expect, test } from 'vitest';
import { readWords } from '../words/read-words.ts';
import { phrasesIn } from './phrases-in.ts';

const read = (...steps: string[]) =>
  [...phrasesIn(steps.map((step) => readWords(step)))].map(([at, { concept, length }]) => [
    at,
    length,
    concept.name,
  ]);

test('the reading that explains the most words with the fewest pieces wins', () => {
  expect(read('address', 'postalCode')).toEqual([
    [0, 1, 'address'],
    [1, 2, 'postal code'],
  ]);
  expect(read('addressPostalCode')).toEqual(read('address', 'postalCode'));
  expect(read('nameFirst')).toEqual([[0, 2, 'given name']]);
  expect(read('shipping', 'company')).toEqual([[1, 1, 'organisation']]);
  expect(read('frobnicate')).toEqual([]);
});
