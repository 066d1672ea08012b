import { binsOf, calibrationError } from './bins.ts';
import type { JudgedRow } from './score-case.ts';

/** Expected calibration error over ten equal bins; null without rows. */
export function expectedCalibrationError(rows: readonly JudgedRow[]): number | null {
  return calibrationError(binsOf(rows));
}

/** Mean squared distance between confidence and outcome; null without rows. */
export function brierScore(rows: readonly JudgedRow[]): number | null {
  if (rows.length === 0) return null;
  return (
    rows.reduce((sum, { confidence, right }) => sum + (confidence - (right ? 1 : 0)) ** 2, 0) / rows.length
  );
}

export interface AutoApproval {
  readonly threshold: number | null;
  readonly precision: number | null;
  /** Share of the proposed rows at or above the threshold. */
  readonly share: number;
}

/** The smallest threshold above which proposals are right often enough to be approved without a look. */
export function autoApproval(rows: readonly JudgedRow[], wanted: number): AutoApproval {
  const sorted = rows.toSorted((a, b) => b.confidence - a.confidence);
  let best: AutoApproval = { threshold: null, precision: null, share: 0 };
  let right = 0;
  for (const [at, row] of sorted.entries()) {
    if (row.right) right += 1;
    // Rows of equal confidence stand or fall together.
    if (sorted[at + 1]?.confidence === row.confidence) continue;
    const precision = right / (at + 1);
    if (precision >= wanted) best = { threshold: row.confidence, precision, share: (at + 1) / rows.length };
  }
  return best;
}

/** Proposals at or above a confidence: how many of them are right, and which share of all they are. */
export interface Above {
  readonly precision: number | null;
  readonly share: number | null;
}

export function above(rows: readonly JudgedRow[], threshold: number): Above {
  const sure = rows.filter(({ confidence }) => confidence >= threshold);
  return {
    precision: sure.length === 0 ? null : sure.filter(({ right }) => right).length / sure.length,
    share: rows.length === 0 ? null : sure.length / rows.length,
  };
}
