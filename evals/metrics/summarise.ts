import { type AutoApproval, autoApproval, brierScore, expectedCalibrationError } from './calibration.ts';
import type { CaseScore } from './score-case.ts';

/** Figures of a dataset: means over its cases; calibration over all its proposals together. Four decimals. */
export interface Metrics {
  readonly cases: number;
  readonly pairs: number;
  readonly acc1: number | null;
  readonly acc5: number | null;
  readonly mrr: number | null;
  readonly recallAtGt: number | null;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  readonly hardAcc1: number | null;
  readonly ece: number | null;
  readonly brier: number | null;
  readonly auto: { readonly '0.95': AutoApproval; readonly '0.97': AutoApproval };
  readonly transformAccuracy: number | null;
}

/** Macro-average over cases. Cases without anything to judge for a figure do not count in it. */
export function summarise(scores: readonly CaseScore[]): Metrics {
  const mean = (pick: (score: CaseScore) => number | null) => {
    const values = scores.map(pick).filter((value) => value !== null);
    return values.length === 0 ? null : round(values.reduce((sum, value) => sum + value, 0) / values.length);
  };
  const rows = scores.flatMap((score) => score.rows);
  const auto = (wanted: number): AutoApproval => {
    const { threshold, precision, share } = autoApproval(rows, wanted);
    return { threshold: roundOr(threshold), precision: roundOr(precision), share: round(share) };
  };
  return {
    cases: scores.length,
    pairs: scores.reduce((sum, { pairs }) => sum + pairs, 0),
    acc1: mean((score) => score.acc1),
    acc5: mean((score) => score.acc5),
    mrr: mean((score) => score.mrr),
    recallAtGt: mean((score) => score.recallAtGt),
    precision: mean((score) => score.precision),
    recall: mean((score) => score.recall),
    f1: mean((score) => score.f1),
    hardAcc1: mean((score) => score.hardAcc1),
    ece: roundOr(expectedCalibrationError(rows)),
    brier: roundOr(brierScore(rows)),
    auto: { '0.95': auto(0.95), '0.97': auto(0.97) },
    transformAccuracy: mean((score) => score.transformAccuracy),
  };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function roundOr(value: number | null): number | null {
  return value === null ? null : round(value);
}
