import { expect, test } from 'vitest';
import { formatPath, lastName, parsePath, readPath } from './path.ts';

test('a path survives parsing and formatting', () => {
  for (const path of ['email', 'addresses[].city', 'o:error\\.code.x', 'tags[]'])
    expect(formatPath(parsePath(path))).toBe(path);
  expect(lastName('addresses[].home\\.city')).toBe('home.city');
});

test('reads nested, repeated and missing values, and never the prototype', () => {
  const record = { a: { b: 1 }, list: [{ c: 'x' }, {}], 'd.e': true };
  expect(
    ['a.b', 'list[].c', 'd\\.e', 'a.z', 'a.b.c', 'constructor.name', 'a[].b'].map((path) =>
      readPath(record, path),
    ),
  ).toStrictEqual([1, ['x', undefined], true, undefined, undefined, undefined, undefined]);
});
