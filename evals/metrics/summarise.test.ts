import { expect, test } from 'vitest';
import type { CaseScore } from './score-case.ts';
import { summarise } from './summarise.ts';

const score = (value: number, hardAcc1: number | null): CaseScore => ({
  pairs: 2,
  acc1: value,
  acc5: value,
  mrr: value,
  recallAtGt: value,
  precision: value,
  recall: value,
  f1: value,
  hardAcc1,
  easyAcc1: null,
  transformAccuracy: null,
  matchKeyAccuracy: hardAcc1,
  transforms: { rename: { targets: 2, mapped: 1, right: value }, split: { targets: 1, mapped: 0, right: 0 } },
  abstention: { empty: 3, leftEmpty: 1, answered: 2, wronglyEmpty: 1 },
  rows: [{ confidence: 1, right: value === 1 }],
});

test('every case weighs the same; a case without hard pairs does not count there', () => {
  const share = { threshold: null, precision: null, share: 0 };
  const sure = { precision: 0.3333, share: 1 };
  const { intervals, reliability, ...metrics } = summarise([score(1, null), score(0, 0.5), score(0, 0)], 100);
  expect(metrics).toStrictEqual({
    cases: 3,
    pairs: 6,
    acc1: 0.3333,
    acc5: 0.3333,
    mrr: 0.3333,
    recallAtGt: 0.3333,
    precision: 0.3333,
    recall: 0.3333,
    f1: 0.3333,
    hardAcc1: 0.25,
    ece: 0.6667,
    brier: 0.6667,
    auto: { '0.95': share, '0.97': share },
    transformAccuracy: null,
    easyAcc1: null,
    matchKeyAccuracy: 0.25,
    above: { '0.9': sure, '0.95': sure },
    transforms: {
      rename: { targets: 6, mapped: 3, right: 1, accuracy: 0.3333 },
      split: { targets: 3, mapped: 0, right: 0, accuracy: null },
    },
    abstention: { empty: 9, leftEmpty: 0.3333, answered: 6, wronglyEmpty: 0.5 },
    riskCoverage: { points: [{ coverage: 1, error: 0.6667 }], area: 0.6667 },
    msPerCase: 33.3,
  });
  expect(reliability.at(-1)).toStrictEqual({ from: 0.9, to: 1, count: 3, confidence: 1, right: 0.3333 });
  // Three cases, one right: a resample of three may have none or all of them right.
  expect(intervals).toStrictEqual({ acc1: [0, 1], acc5: [0, 1], f1: [0, 1], ece: [0, 1] });
});

test('nothing scored: counts are 0 and figures null', () => {
  expect(summarise([], 0)).toMatchObject({
    cases: 0,
    acc1: null,
    ece: null,
    transforms: {},
    abstention: { empty: 0, leftEmpty: null, answered: 0, wronglyEmpty: null },
    intervals: { acc1: null, acc5: null, f1: null, ece: null },
    msPerCase: null,
  });
});

test('the interval is that of the binomial, and the same every time', () => {
  const half = Array.from({ length: 100 }, (_, at) => score(at % 2, null));
  const { acc1 } = summarise(half, 0).intervals;
  // 100 draws at .5: ± 1.96 × .05.
  expect(acc1?.[0]).toBeCloseTo(0.4, 1);
  expect(acc1?.[1]).toBeCloseTo(0.6, 1);
  expect(summarise(half, 0).intervals).toStrictEqual(summarise(half, 5).intervals);
});
