import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ranking } from './__fixtures__/records.ts';
import type { Sureness, Verdict } from './verdicts.ts';
import { verdictEvidence, weighed } from './weigh.ts';

const offered = ['position', 'job'];
const after = (confidences: Record<string, number>, verdict: Verdict) =>
  weighed([ranking('title', confidences)], new Map([['title', verdict]])).flatMap(({ candidates }) =>
    candidates.map(({ source, confidence }) => [source.field.path, Math.round(confidence * 1000) / 1000]),
  );

test('the log odds of the pick rise, those of the others fall, and the order follows', () => {
  // .5 is even odds: high adds 1.5, medium .85, low .3.
  expect(after({ position: 0.5, job: 0.5 }, { pick: 'job', sure: 'high', offered })).toStrictEqual([
    ['job', 0.818],
    ['position', 0.182],
  ]);
  expect(after({ position: 0.5, job: 0.5 }, { pick: 'position', sure: 'medium', offered })).toStrictEqual([
    ['position', 0.701],
    ['job', 0.299],
  ]);
  expect(after({ position: 0.6, job: 0.3 }, { pick: 'job', sure: 'low', offered })).toStrictEqual([
    ['position', 0.526],
    ['job', 0.366],
  ]);
});

test('none of them: all fall, and what was not offered stays', () => {
  expect(
    after({ position: 0.6, job: 0.2, remark: 0.1 }, { pick: null, sure: 'high', offered }),
  ).toStrictEqual([
    ['position', 0.251],
    ['remark', 0.1],
    ['job', 0.053],
  ]);
});

test('a target without a verdict is the same object', () => {
  const before = [ranking('title', { position: 0.5 }), ranking('category', { segment: 0.5 })];
  expect(weighed(before, new Map())[1]).toBe(before[1]);
});

test('no word of a model lifts a row to where rows pass without a person, or lowers its own pick', () => {
  const some = fc.record({
    first: fc.double({ min: 0.001, max: 0.999, noNaN: true }),
    second: fc.double({ min: 0.001, max: 0.999, noNaN: true }),
    pick: fc.constantFrom('position', 'job', null),
    sure: fc.constantFrom<Sureness>('high', 'medium', 'low'),
  });
  fc.assert(
    fc.property(some, ({ first, second, pick, sure }) => {
      const before = { position: first, job: second };
      const [one] = weighed([ranking('title', before)], new Map([['title', { pick, sure, offered }]]));
      for (const { source, confidence } of one?.candidates ?? []) {
        const own = before[source.field.path === 'job' ? 'job' : 'position'];
        expect(confidence).toBeLessThanOrEqual(Math.max(own, 0.89));
        if (source.field.path === pick) expect(confidence).toBeGreaterThanOrEqual(own);
        else expect(confidence).toBeLessThan(own);
      }
    }),
  );
});

test('the reader is told that a model spoke, and what it said', () => {
  const said = (pick: string | null, sure: Sureness) =>
    verdictEvidence({ pick, sure, offered }, ['position']).map((one) => [one.for, one.says]);
  expect([said('position', 'high'), said('job', 'medium'), said(null, 'low')]).toStrictEqual([
    [[true, 'a model that was asked takes this source too, and is sure']],
    [[false, 'a model that was asked takes job instead, and is fairly sure']],
    [[false, 'a model that was asked takes none of the likely sources, but is not sure']],
  ]);
  expect(verdictEvidence(undefined, ['position'])).toStrictEqual([]);
});
