import { expect, test } from 'vitest';
import { ranking } from '../assist/__fixtures__/records.ts';
import { suggestionsFor } from './suggestions.ts';

test('fields without a row are listed with what may feed them, the likeliest first', () => {
  const rankings = [
    ranking('title', { position: 0.9 }),
    ranking('category', { segment: 0.25, job: 0.15, remark: 0.05 }),
    ranking('fax', { remark: 0.45 }),
    ranking('email', { job: 0.6 }),
  ];
  expect(suggestionsFor(rankings, new Set(['title']), new Set(['email']))).toStrictEqual([
    { target: 'fax', candidates: [{ source: 'remark', confidence: 0.45 }] },
    {
      target: 'category',
      candidates: [
        { source: 'segment', confidence: 0.25 },
        { source: 'job', confidence: 0.15 },
      ],
    },
  ]);
});
