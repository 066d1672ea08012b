import { expect, test } from 'vitest';
import { reliability } from './reliability.ts';

test('ten bins, the last with 1 in it, empty ones say nothing', () => {
  const bins = reliability([
    { confidence: 1, right: true },
    { confidence: 0.9, right: false },
    { confidence: 0.25, right: true },
  ]);
  const empty = (at: number) => ({
    from: at / 10,
    to: (at + 1) / 10,
    count: 0,
    confidence: null,
    right: null,
  });
  expect(bins).toStrictEqual([
    empty(0),
    empty(1),
    { from: 0.2, to: 0.3, count: 1, confidence: 0.25, right: 1 },
    ...[3, 4, 5, 6, 7, 8].map(empty),
    { from: 0.9, to: 1, count: 2, confidence: 0.95, right: 0.5 },
  ]);
});
