import { type Abstention, abstention } from './abstention.ts';
import { bootstrap, type Intervals } from './bootstrap.ts';
import {
  type Above,
  type AutoApproval,
  above,
  autoApproval,
  brierScore,
  expectedCalibrationError,
} from './calibration.ts';
import { type ReliabilityBin, reliability } from './reliability.ts';
import { type RiskCoverage, riskCoverage } from './risk-coverage.ts';
import { round, roundOr } from './round.ts';
import type { CaseScore } from './score-case.ts';
import { type TransformTable, transformTable } from './transform-table.ts';

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
  readonly easyAcc1: number | null;
  readonly matchKeyAccuracy: number | null;
  readonly above: { readonly '0.9': Above; readonly '0.95': Above };
  readonly transforms: TransformTable;
  readonly abstention: Abstention;
  readonly reliability: readonly ReliabilityBin[];
  readonly riskCoverage: RiskCoverage;
  readonly intervals: Intervals;
  readonly msPerCase: number | null;
}

/** Macro-average over cases. Cases without anything to judge for a figure do not count in it. `ms` is for them all. */
export function summarise(scores: readonly CaseScore[], ms: number): Metrics {
  const mean = (pick: (score: CaseScore) => number | null) => {
    const values = scores.map(pick).filter((value) => value !== null);
    return values.length === 0 ? null : round(values.reduce((sum, value) => sum + value, 0) / values.length);
  };
  const rows = scores.flatMap((score) => score.rows);
  const auto = (wanted: number): AutoApproval => {
    const { threshold, precision, share } = autoApproval(rows, wanted);
    return { threshold: roundOr(threshold), precision: roundOr(precision), share: round(share) };
  };
  const sure = (threshold: number): Above => {
    const { precision, share } = above(rows, threshold);
    return { precision: roundOr(precision), share: roundOr(share) };
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
    easyAcc1: mean((score) => score.easyAcc1),
    matchKeyAccuracy: mean((score) => score.matchKeyAccuracy),
    above: { '0.9': sure(0.9), '0.95': sure(0.95) },
    transforms: transformTable(scores.map((score) => score.transforms)),
    abstention: abstention(scores.map((score) => score.abstention)),
    reliability: reliability(rows),
    riskCoverage: riskCoverage(rows),
    intervals: bootstrap(scores),
    msPerCase: scores.length === 0 ? null : Math.round((ms / scores.length) * 10) / 10,
  };
}
