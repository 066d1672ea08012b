import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type SignalName, type Signals, signal, signalNames } from './signals.ts';

const weights = z.record(z.string(), z.number());
export const ModelFigures = z.strictObject({
  /** How the figures were made. */
  trained: z.string(),
  weights,
  calibration: z.strictObject({ bias: z.number(), weights }),
  threshold: z.number(),
});
export type ModelFigures = z.infer<typeof ModelFigures>;

/** Facts that the training cases hardly carry and real schemas do; set by hand, added to score and confidence alike. */
const byHand: ReadonlyMap<SignalName, number> = new Map([
  ['enumDisjoint', -2],
  ['formatConflict', -1],
  ['foreignForm', -1],
]);

/** Figures that turn signals into a score and a standing into a probability. */
export class MatchModel {
  /** Below this confidence a pair is not proposed: a blank with a reason beats a wrong row. */
  readonly threshold: number;
  readonly #weights: Float64Array;
  readonly #bias: number;
  readonly #calibration: readonly number[];

  constructor({ weights, calibration, threshold }: ModelFigures) {
    this.threshold = threshold;
    this.#weights = Float64Array.from(signalNames, (name) => (weights[name] ?? 0) + (byHand.get(name) ?? 0));
    this.#bias = calibration.bias;
    this.#calibration = calibrationNames.map((name) => calibration.weights[name] ?? 0);
  }

  /** How well the pair fits, on an open scale: higher is better. Comparable between sources of one target. */
  score(signals: Signals): number {
    let score = 0;
    const weights = this.#weights;
    for (let at = 0; at < weights.length; at += 1) score += (weights[at] ?? 0) * (signals[at] ?? 0);
    return score;
  }

  /** Probability that the pair is right, 0..1. */
  confidence(standing: Standing): number {
    let z = this.#bias;
    for (const [name, weight] of byHand) z += weight * signal(standing.signals, name);
    for (const [at, input] of calibrationInputs(standing).entries())
      z += (this.#calibration[at] ?? 0) * input;
    return 1 / (1 + Math.exp(-z));
  }
}

/** What the probability is judged by: the pair's own signals and its standing among the others. */
export interface Standing {
  readonly score: number;
  /** Score less that of the best other source of this target. */
  readonly lead: number;
  /** Best score of this source with another target that has no better one, less this score; below 0: none. */
  readonly rival: number;
  readonly signals: Signals;
}

export const calibrationNames = [
  'score',
  'lead',
  'behind',
  'rival',
  'alone',
  'sameKey',
  'sameName',
  'sameConcept',
  'otherConcept',
  'sameGeneric',
  'nearConcept',
  'conceptConflict',
  'conceptOnlyTarget',
  'conceptOnlySource',
  'contextMissing',
  'contextExtra',
  'qualifierConflict',
  'qualifierExtra',
  'restExtra',
  'restMissing',
  'kindConflict',
  'kindOdd',
  'words',
  'prose',
  'proseApart',
  'qualifierMissing',
] as const;

/** Inputs of the calibration, in the order of `calibrationNames`. */
export function calibrationInputs({ score, lead, rival, signals }: Standing): number[] {
  return calibrationNames.map((name) => {
    switch (name) {
      case 'score':
        return score / 5;
      case 'lead':
        return Math.max(0, Math.min(4, lead)) / 4;
      case 'behind':
        return Math.max(0, Math.min(4, -lead)) / 4;
      case 'rival':
        return Math.max(0, Math.min(4, rival)) / 4;
      case 'alone':
        return rival <= 0 ? 1 : 0;
      default:
        return signal(signals, name);
    }
  });
}

/** The figures that come with Causeway, trained by `npm run train`. */
export const shippedModel = new MatchModel(
  ModelFigures.parse(JSON.parse(readFileSync(new URL('model.json', import.meta.url), 'utf8'))),
);
