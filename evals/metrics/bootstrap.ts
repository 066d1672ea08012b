import { type Bin, binsOf, calibrationError } from './bins.ts';
import { round } from './round.ts';
import type { CaseScore } from './score-case.ts';

/** Bounds that hold 95 % of the resamples; null without cases or proposals. */
export type Interval = readonly [number, number] | null;
export interface Intervals {
  readonly acc1: Interval;
  readonly acc5: Interval;
  readonly f1: Interval;
  readonly ece: Interval;
}

const resamples = 1000;

/** How far the figures move when other cases of the same kind are drawn: cases with replacement, fixed seed. */
export function bootstrap(scores: readonly CaseScore[]): Intervals {
  const random = generator(20_240_601);
  const bins = scores.map(({ rows }) => binsOf(rows));
  const drawn = { acc1: [] as number[], acc5: [] as number[], f1: [] as number[], ece: [] as number[] };
  for (let round = 0; round < resamples && scores.length > 0; round += 1) {
    const sums = { acc1: 0, acc5: 0, f1: 0 };
    const together = Array.from({ length: 10 }, () => ({ count: 0, right: 0, said: 0 }));
    for (let n = 0; n < scores.length; n += 1) {
      const at = Math.floor(random() * scores.length);
      const score = scores[at];
      if (score === undefined) continue;
      sums.acc1 += score.acc1;
      sums.acc5 += score.acc5;
      sums.f1 += score.f1;
      addBins(together, bins[at] ?? []);
    }
    drawn.acc1.push(sums.acc1 / scores.length);
    drawn.acc5.push(sums.acc5 / scores.length);
    drawn.f1.push(sums.f1 / scores.length);
    const ece = calibrationError(together);
    if (ece !== null) drawn.ece.push(ece);
  }
  return {
    acc1: intervalOf(drawn.acc1),
    acc5: intervalOf(drawn.acc5),
    f1: intervalOf(drawn.f1),
    ece: intervalOf(drawn.ece),
  };
}

function addBins(into: { count: number; right: number; said: number }[], bins: readonly Bin[]): void {
  for (const [at, bin] of bins.entries()) {
    const sum = into[at];
    if (sum === undefined) continue;
    sum.count += bin.count;
    sum.right += bin.right;
    sum.said += bin.said;
  }
}

function intervalOf(values: readonly number[]): Interval {
  const sorted = values.toSorted((a, b) => a - b);
  const low = sorted[Math.floor(sorted.length * 0.025)];
  const high = sorted[Math.ceil(sorted.length * 0.975) - 1];
  return low === undefined || high === undefined ? null : [round(low), round(high)];
}

/** Uniform numbers in 0..1 from a seed (mulberry32): the same on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
