import { binsOf } from './bins.ts';
import { round, roundOr } from './round.ts';
import type { JudgedRow } from './score-case.ts';

/** One tenth of the confidence scale: what was said there and what came true. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly confidence: number | null;
  readonly right: number | null;
}

/** Ten bins, empty ones with nulls. */
export function reliability(rows: readonly JudgedRow[]): ReliabilityBin[] {
  return binsOf(rows).map(({ count, right, said }, at) => ({
    from: at / 10,
    to: (at + 1) / 10,
    count,
    confidence: roundOr(count === 0 ? null : said / count),
    right: count === 0 ? null : round(right / count),
  }));
}
