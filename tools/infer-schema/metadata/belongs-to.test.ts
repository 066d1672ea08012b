import { expect, test } from 'vitest';
import { entity as entityOf } from '../../model/__fixtures__/entity.ts';
import type { FieldInput } from '../../model/index.ts';
import { belongsTo } from './belongs-to.ts';

const fields = (names: readonly string[], more: Partial<FieldInput> = {}): FieldInput[] =>
  names.map((path) => ({ path, type: 'string', ...more }));
const numbered = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name}${index}`);
const judge = (known: readonly FieldInput[], live: readonly FieldInput[]) => {
  const { merge, warnings } = belongsTo(
    entityOf('acme', 'contact', known),
    { name: 'x', label: 'x', naturalKeys: [], fields: live },
    'm.json',
  );
  return [merge, ...warnings.map(({ code }) => code)];
};
const map = (path: string): FieldInput => ({ path, type: 'object' });

test.each<[string, readonly FieldInput[], readonly FieldInput[], unknown[]]>([
  ['some names are known', fields(['id', 'email', 'phone']), fields(['id', 'email', 'fax']), [true]],
  ['a map takes them', [map('properties')], fields(['properties.a', 'properties.b']), [true]],
  ['nothing is known of the entity', fields(['id']), fields(['name']), [true]],
  ['fields of the account alone', fields(['name']), fields(['shoe', 'hat'], { custom: true }), [true]],
  [
    'only what every record has is the same',
    fields(['id', 'createdAt', 'email']),
    fields(['id', 'createdAt', 'dealname']),
    [false, 'metadata_not_merged'],
  ],
  [
    'fields of an account that lie elsewhere',
    fields(['Id', 'Email']),
    fields(['properties.email'], { custom: true }),
    [false, 'metadata_not_merged'],
  ],
  [
    'few of many',
    fields(['owner', ...numbered('a', 30)]),
    fields(['owner', ...numbered('b', 30)]),
    [true, 'metadata_doubtful'],
  ],
  [
    'all that is known, and many more',
    fields(['owner', 'a1']),
    fields(['owner', 'a1', ...numbered('b', 30)]),
    [true],
  ],
])('metadata of a record: %s', (_, known, live, expected) => {
  expect(judge(known, live)).toStrictEqual(expected);
});
