import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { contextNames } from './context-signals.ts';
import { type SignalName, type Signals, signal, signalNames } from './signals.ts';

const weights = z.record(z.string(), z.number());
export const ModelFigures = z.strictObject({
  /** How the figures were made. */
  trained: z.string(),
  weights,
  /** Weights of the pair's standing among the others (`contextNames`). */
  context: weights,
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
  readonly #context: Float64Array;
  readonly #bias: number;
  /** What the calibration gives each signal as it is. */
  readonly #plain: Float64Array;
  /** The calibration's other inputs, and what it gives them. */
  readonly #made: readonly { readonly input: Calibrator; readonly weight: number }[];

  constructor({ weights, context, calibration, threshold }: ModelFigures) {
    this.threshold = threshold;
    this.#weights = Float64Array.from(signalNames, (name) => (weights[name] ?? 0) + (byHand.get(name) ?? 0));
    this.#context = Float64Array.from(contextNames, (name) => context[name] ?? 0);
    this.#bias = calibration.bias;
    const plain: ReadonlySet<string> = new Set(calibrationNames.filter(isSignal));
    this.#plain = Float64Array.from(
      signalNames,
      (name) => (plain.has(name) ? (calibration.weights[name] ?? 0) : 0) + (byHand.get(name) ?? 0),
    );
    this.#made = calibrationNames.flatMap((name, at) => {
      const [input, weight] = [calibrators[at], calibration.weights[name] ?? 0];
      return input === undefined || isSignal(name) || weight === 0 ? [] : [{ input, weight }];
    });
  }

  /** How well the pair fits by itself, on an open scale: higher is better. */
  ownScore(signals: Signals): number {
    return dot(this.#weights, signals);
  }

  /** The same with its standing among the others (`contextSignals`). Comparable between sources of one target. */
  score(context: Float64Array): number {
    return dot(this.#context, context);
  }

  /** Probability that the pair is right, 0..1. */
  confidence(standing: Standing): number {
    let z = this.#bias + (standing.logOdds ?? 0) + dot(this.#plain, standing.signals);
    for (const { input, weight } of this.#made) z += weight * input(standing);
    return 1 / (1 + Math.exp(-z));
  }
}

/** Dot product of equally long vectors. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

/** What the probability is judged by: the pair's own signals and its standing among the others. */
export interface Standing {
  readonly score: number;
  /** Score less that of the best other source of this target. */
  readonly lead: number;
  /** Best score of this source with another target that has no better one, less this score; below 0: none. */
  readonly rival: number;
  readonly signals: Signals;
  readonly context: Float64Array;
  /** Log odds that come from elsewhere, such as earlier decisions. */
  readonly logOdds?: number;
}

export const calibrationNames = [
  'score',
  'lead',
  'closeLead',
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
  'valueFormSame',
  'valueFormConflict',
  'roleMissing',
  'roleExtra',
  'ownSame',
  'ownConflict',
  'trigrams',
  'siblings',
  'strangeToSiblings',
  'likedMostHere',
  'cleanConcept',
  'cleanOther',
  'cleanGeneric',
] as const;

type Calibrator = (standing: Standing) => number;

const calibrators: readonly Calibrator[] = calibrationNames.map((name): Calibrator => {
  switch (name) {
    case 'score':
      return ({ score }) => score / 5;
    case 'lead':
      return ({ lead }) => Math.max(0, Math.min(4, lead)) / 4;
    case 'closeLead':
      return ({ lead }) => Math.max(0, Math.min(1, lead));
    case 'behind':
      return ({ lead }) => Math.max(0, Math.min(4, -lead)) / 4;
    case 'rival':
      return ({ rival }) => Math.max(0, Math.min(4, rival)) / 4;
    case 'alone':
      return ({ rival }) => (rival <= 0 ? 1 : 0);
    case 'cleanConcept':
      return ({ signals }) => (isClean(signals) ? signal(signals, 'sameConcept') : 0);
    case 'cleanOther':
      return ({ signals }) => (isClean(signals) ? signal(signals, 'otherConcept') : 0);
    case 'cleanGeneric':
      return ({ signals }) => (isClean(signals) ? signal(signals, 'sameGeneric') : 0);
    case 'siblings':
    case 'strangeToSiblings':
    case 'likedMostHere': {
      const at = contextNames.indexOf(name);
      return ({ context }) => context[at] ?? 0;
    }
    default: {
      const at = signalNames.indexOf(name);
      return ({ signals }) => signals[at] ?? 0;
    }
  }
});

const namesOfSignals: ReadonlySet<string> = new Set(signalNames);

/** An input of the calibration that is a signal as it is. */
function isSignal(name: string): boolean {
  return namesOfSignals.has(name);
}

const blemishes = [
  'contextMissing',
  'contextExtra',
  'qualifierConflict',
  'restMissing',
  'restExtra',
] as const;

/** Neither side says anything that the other does not. */
function isClean(signals: Signals): boolean {
  return blemishes.every((name) => signal(signals, name) === 0);
}

/** Inputs of the calibration, in the order of `calibrationNames`. */
export function calibrationInputs(standing: Standing): number[] {
  return calibrators.map((calibrator) => calibrator(standing));
}

/** The figures that come with Causeway, trained by `npm run train`. */
export const shippedModel = new MatchModel(
  ModelFigures.parse(JSON.parse(readFileSync(new URL('model.json', import.meta.url), 'utf8'))),
);
