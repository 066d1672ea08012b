import {
  calibrationNames,
  contextNames,
  type ModelFigures,
  signalNames,
} from '../../tools/propose-mapping/index.ts';
import type { CaseQuestions } from './collect.ts';
import { crossFit } from './cross-fit.ts';
import { fitLogistic, type Judged } from './fit-logistic.ts';
import { fitRanking } from './fit-ranking.ts';
import type { TopProposal } from './standings.ts';

/**
 * The matcher's figures: a ranking of all these cases, and a calibration on proposals for providers that a ranking had
 * not seen, in `folds` groups. Throws `too_few_providers`.
 */
export function fitFigures(cases: readonly CaseQuestions[], folds: number, trained: string): ModelFigures {
  const weights = fitRanking(cases);
  const calibration = fitLogistic(crossFit(cases, folds).flatMap(toJudged));
  return {
    trained,
    weights: named(signalNames, weights.own),
    context: named(contextNames, weights.context),
    calibration: { bias: round(calibration.at(-1) ?? 0), weights: named(calibrationNames, calibration) },
    threshold: 0.5,
  };
}

/** The bytes of `model.json`. */
export function figuresText(figures: ModelFigures): string {
  return `${JSON.stringify(figures, null, 2)}\n`;
}

function toJudged(tops: readonly TopProposal[]): Judged[] {
  const judged = tops.filter((top) => top.judged);
  return judged.map(({ inputs, rank }) => ({
    inputs,
    right: rank === 1,
    weight: 1 / Math.sqrt(judged.length),
  }));
}

function named(names: readonly string[], values: ArrayLike<number>): Record<string, number> {
  return Object.fromEntries(names.map((name, at) => [name, round(values[at] ?? 0)]));
}

/** Three decimals: the last bits of a sum may differ between machines, and mean nothing. No minus zero. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}
