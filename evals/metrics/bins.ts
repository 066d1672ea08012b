import type { JudgedRow } from './score-case.ts';

/** Proposals whose confidence is in one tenth. */
export interface Bin {
  readonly count: number;
  readonly right: number;
  /** Sum of what the matcher said. */
  readonly said: number;
}

/** Ten equal bins of confidence; 1 is in the last. */
export function binsOf(rows: readonly JudgedRow[]): Bin[] {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, right: 0, said: 0 }));
  for (const { confidence, right } of rows) {
    const bin = bins[Math.max(0, Math.min(9, Math.floor(confidence * 10)))];
    if (bin === undefined) continue;
    bin.count += 1;
    bin.right += right ? 1 : 0;
    bin.said += confidence;
  }
  return bins;
}

/** Mean distance between what was said and what was right, bins weighed by their rows; null without rows. */
export function calibrationError(bins: readonly Bin[]): number | null {
  const all = bins.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return null;
  return bins.reduce((sum, { right, said }) => sum + Math.abs(right - said), 0) / all;
}
