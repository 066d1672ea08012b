import { expect, test } from 'vitest';
import { Field, type FieldInput, previewSample, type Transform } from '../index.ts';

const field = (input: Partial<FieldInput>) => Field.parse({ path: 'a', type: 'string', ...input });

test.each<[Partial<FieldInput>[], Transform, unknown]>([
  [[{ examples: ['Ada'] }], { kind: 'rename' }, { before: 'Ada', after: 'Ada' }],
  [
    [{ examples: ['1999'], type: 'integer' }],
    { kind: 'unit', factor: 0.01, decimals: 2 },
    { before: 1999, after: 19.99 },
  ],
  [
    [{ examples: ['Ada'] }, { examples: ['King'] }],
    { kind: 'concat', separator: ' ' },
    { before: ['Ada', 'King'], after: 'Ada King' },
  ],
  [
    [{ examples: ['a@b.c'] }],
    { kind: 'aggregate', op: 'first', separator: '' },
    { before: ['a@b.c'], after: 'a@b.c' },
  ],
  // The first example that shows the conversion.
  [
    [{ examples: ['DE', 'Germany'] }],
    { kind: 'lookup', table: [], codes: 'country-alpha2' },
    { before: 'Germany', after: 'DE' },
  ],
  [
    [{ examples: ['DE'] }],
    { kind: 'lookup', table: [], codes: 'country-alpha2' },
    { before: 'DE', after: 'DE' },
  ],
  [
    [{ enum: [{ value: 'x' }, { value: 'open' }] }],
    { kind: 'lookup', table: [{ from: 'open', to: 'OPEN' }] },
    { before: 'open', after: 'OPEN' },
  ],
  [
    [{ examples: ['a@b.c'] }],
    { kind: 'unnest', where: { path: 'kinds', equals: 'work' } },
    { before: ['a@b.c'], after: 'a@b.c' },
  ],
  [[{}], { kind: 'rename' }, null],
  [[{ examples: ['Ada'] }, {}], { kind: 'concat', separator: ' ' }, null],
  [[{ examples: ['abc'] }], { kind: 'cast', to: 'number' }, null],
  [[], { kind: 'constant', value: 1 }, null],
])('%j by %j', (sources, transform, sample) => {
  expect(previewSample(sources.map(field), transform)).toStrictEqual(sample);
});
