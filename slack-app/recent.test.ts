import { expect, it } from 'vitest';
import { Recent } from './recent.ts';

it('remembers the last ones only', () => {
  const recent = new Recent<number>(2);
  ['a', 'b', 'c'].forEach((key, index) => {
    recent.set(key, index);
  });
  recent.delete('c');
  expect(['a', 'b', 'c'].map((key) => recent.get(key))).toEqual([undefined, 1, undefined]);
});
