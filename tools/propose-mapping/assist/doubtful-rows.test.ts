import { expect, test } from 'vitest';
import type { MappingRow } from '../../model/index.ts';
import { ranking } from './__fixtures__/records.ts';
import { doubtfulRows } from './doubtful-rows.ts';

const row = (target: string, sources: string[], confidence: number, also: Partial<MappingRow> = {}) => ({
  target,
  sources,
  confidence,
  transform: { kind: 'rename' as const },
  evidence: [],
  alternatives: [],
  status: 'proposed' as const,
  sample: null,
  ...also,
});
const asked = (rows: MappingRow[], confidences: Record<string, number>) =>
  doubtfulRows(rows, [ranking('title', confidences)], 0.5).map(({ target, candidates }) => [
    target.field.path,
    ...candidates.map(({ source }) => source.field.path),
  ]);

test('a row in the middle, with the five likeliest sources', () => {
  const five = { position: 0.6, job: 0.3, segment: 0.02, remark: 0.01, email: 0.01 };
  expect(asked([row('title', ['position'], 0.6)], five)).toStrictEqual([
    ['title', 'position', 'job', 'segment', 'remark', 'email'],
  ]);
  expect(asked([], { position: 0.3, job: 0.2 })).toStrictEqual([['title', 'position', 'job']]);
});

test.each([
  ['surely right', [row('title', ['position'], 0.9)], 0.9],
  ['hopeless', [], 0.09],
  ['likely, and refused for another reason', [], 0.6],
  ['put together from several', [row('title', ['position', 'job'], 0.7)], 0.7],
  ['a constant', [row('title', [], 0.8, { transform: { kind: 'constant', value: 'x' } })], 0.4],
  [
    'a part of something',
    [
      row('title', ['position'], 0.7, {
        transform: { kind: 'split', separator: ' ', index: 0, rest: false },
      }),
    ],
    0.7,
  ],
])('%s: not asked', (_, rows, confidence) => {
  expect(asked(rows, { position: confidence })).toStrictEqual([]);
});

test('what a person decided about this connection is not asked', () => {
  const decided = ranking('title', { position: 0.7 });
  const recollection = {
    layer: 'connection' as const,
    verdict: 'approved' as const,
    times: 1,
    learnedFrom: 'crm person → erp contact',
    transform: null,
  };
  const candidates = decided.candidates.map((one) => ({ ...one, recollection }));
  expect(doubtfulRows([row('title', ['position'], 0.7)], [{ ...decided, candidates }], 0.5)).toStrictEqual(
    [],
  );
});
