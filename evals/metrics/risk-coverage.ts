import { round, roundOr } from './round.ts';
import type { JudgedRow } from './score-case.ts';

export interface RiskCoverage {
  /** From the surest proposals on: share of all proposals taken, share of those that is wrong. */
  readonly points: readonly { readonly coverage: number; readonly error: number }[];
  /** Mean error over all coverages: 0 is perfect; null without proposals. */
  readonly area: number | null;
}

/** At most 20 points, one per twentieth of the proposals; equal confidences are taken together. */
export function riskCoverage(rows: readonly JudgedRow[]): RiskCoverage {
  const sorted = rows.toSorted((a, b) => b.confidence - a.confidence);
  const points: { coverage: number; error: number }[] = [];
  let wrong = 0;
  let area = 0;
  let taken = 0;
  for (const [at, row] of sorted.entries()) {
    if (!row.right) wrong += 1;
    if (sorted[at + 1]?.confidence === row.confidence) continue;
    const count = at + 1;
    const error = wrong / count;
    area += error * (count - taken);
    if (Math.floor((count * 20) / sorted.length) > Math.floor((taken * 20) / sorted.length))
      points.push({ coverage: round(count / sorted.length), error: round(error) });
    taken = count;
  }
  return { points, area: roundOr(sorted.length === 0 ? null : area / sorted.length) };
}
