import { expect, test } from 'vitest';
import { foldsBy } from './folds.ts';

test('one key is in one fold, and the order of the items changes nothing but the order inside', () => {
  const items = ['b1', 'a1', 'c1', 'a2', 'd1', 'b2'];
  const keyOf = (item: string) => item.slice(0, 1);
  expect(foldsBy(items, keyOf, 3)).toStrictEqual([['a1', 'a2', 'd1'], ['b1', 'b2'], ['c1']]);
  expect(foldsBy(items.toReversed(), keyOf, 3).map((fold) => fold.toSorted())).toStrictEqual([
    ['a1', 'a2', 'd1'],
    ['b1', 'b2'],
    ['c1'],
  ]);
});

test('never more folds than keys', () => {
  expect(foldsBy(['a', 'b'], (item) => item, 10)).toStrictEqual([['a'], ['b']]);
  expect(foldsBy(['a', 'b', 'c'], (item) => item, Infinity)).toHaveLength(3);
  expect(foldsBy([], String, 10)).toStrictEqual([]);
});
