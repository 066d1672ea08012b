import { expect, test } from 'vitest';
import { Field, type FieldInput } from '../../model/index.ts';
import { constantRow } from './constant-row.ts';

test.each<[Partial<FieldInput>, unknown]>([
  [{ required: true, enum: [{ value: 'contact' }] }, 'contact'],
  [{ required: true, default: 'person' }, 'person'],
  [{ required: true, enum: [{ value: 'a' }, { value: 'b' }], default: 'b' }, 'b'],
  [{ required: true, enum: [{ value: 'a' }, { value: 'b' }] }, null],
  [{ required: true, default: ['a'] }, null],
  [{ enum: [{ value: 'contact' }] }, null],
])('%j: always %j', (input, value) => {
  const row = constantRow(Field.parse({ path: 'kind', type: 'string', ...input }));
  expect(row === null ? null : [row.sources, row.transform]).toStrictEqual(
    value === null ? null : [[], { kind: 'constant', value }],
  );
});
