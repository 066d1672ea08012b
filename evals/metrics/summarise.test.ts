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
  transformAccuracy: null,
  rows: [{ confidence: 1, right: value === 1 }],
});

test('every case weighs the same; a case without hard pairs does not count there', () => {
  const share = { threshold: null, precision: null, share: 0 };
  expect(summarise([score(1, null), score(0, 0.5), score(0, 0)])).toStrictEqual({
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
  });
});
