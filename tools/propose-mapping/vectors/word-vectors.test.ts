import { expect, test } from 'vitest';
import { cosine, WordVectors, wordVectors } from './word-vectors.ts';

const near = (a: string, b: string) =>
  cosine(wordVectors().direction([[a, 1]]), wordVectors().direction([[b, 1]]));

test('words of like meaning point the same way', () => {
  expect(near('salary', 'wage')).toBeGreaterThan(near('salary', 'street') + 0.3);
  expect(near('city', 'town')).toBeGreaterThan(near('city', 'invoice') + 0.3);
});

test('weights shift the direction; unknown words have none', () => {
  const mixed = wordVectors().direction([
    ['city', 1],
    ['invoice', 0],
  ]);
  expect(cosine(mixed, wordVectors().direction([['city', 3]]))).toBeCloseTo(1, 5);
  expect(wordVectors().direction([['xqzzyk', 1]])).toBeNull();
  expect(cosine(null, mixed)).toBe(0);
});

test('another file is refused', () => {
  expect(() => new WordVectors(Buffer.alloc(32))).toThrow('not a vectors file');
});
