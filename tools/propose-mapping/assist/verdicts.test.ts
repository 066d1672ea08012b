import { expect, test } from 'vitest';
import { doubtful } from './__fixtures__/records.ts';
import { readVerdicts } from './verdicts.ts';

const rows = [doubtful('title', 'position', 'job'), doubtful('category', 'segment')];
const read = (...answers: unknown[]) => readVerdicts(JSON.stringify({ rows: answers }), rows);

test('numbers become paths, 0 becomes none', () => {
  expect(read({ row: 1, pick: 2, sure: 'high' }, { row: 2, pick: 0, sure: 'low' })).toStrictEqual(
    new Map([
      ['title', { pick: 'job', sure: 'high', offered: ['position', 'job'] }],
      ['category', { pick: null, sure: 'low', offered: ['segment'] }],
    ]),
  );
});

test.each([
  ['a candidate that was not offered', [{ row: 2, pick: 2, sure: 'high' }]],
  ['a negative candidate', [{ row: 1, pick: -1, sure: 'high' }]],
  ['a row that was not asked about', [{ row: 3, pick: 1, sure: 'high' }]],
  ['a row before the first', [{ row: 0, pick: 1, sure: 'high' }]],
  [
    'a row answered twice',
    [
      { row: 1, pick: 1, sure: 'high' },
      { row: 1, pick: 2, sure: 'high' },
    ],
  ],
  ['nothing', []],
])('%s is left out', (_, answers) => {
  expect(read(...answers)).toStrictEqual(new Map());
});

test.each([
  ['no JSON', 'Sure! Here are the rows'],
  ['another shape', '{"answers":[]}'],
  ['a path for a number', '{"rows":[{"row":1,"pick":"position","sure":"high"}]}'],
  ['more than was asked for', '{"rows":[{"row":1,"pick":1,"sure":"high","run":"rm -rf"}]}'],
  ['another sureness', '{"rows":[{"row":1,"pick":1,"sure":"certain"}]}'],
])('%s is no answer', (_, text) => {
  expect(readVerdicts(text, rows)).toBeNull();
});
