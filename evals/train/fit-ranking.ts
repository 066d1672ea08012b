import { contextNames, dot, signalNames } from '../../tools/propose-mapping/index.ts';
import type { CaseQuestions } from './collect.ts';
import { fitListwise } from './fit-listwise.ts';
import { packQuestions } from './pack.ts';
import { withContext } from './with-context.ts';

/** Weights of the pair's own signals, then of its standing among the others. */
export interface RankingWeights {
  readonly own: Float64Array;
  readonly context: Float64Array;
}

/** Wrong sources kept per target: the weaker ones no longer change the fit. */
const kept = 40;

/** Fits both stages of the ranking: signals first, then the standing that their scores give. */
export function fitRanking(cases: readonly CaseQuestions[]): RankingWeights {
  const own = fitStage(cases, signalNames.length);
  const context = fitStage(
    cases.map((one) => withContext(one, own)),
    contextNames.length,
  );
  return { own, context };
}

function fitStage(cases: readonly CaseQuestions[], size: number): Float64Array {
  const weights = new Float64Array(size);
  const score = (vector: Float64Array) => dot(weights, vector);
  // A rough fit first, to see which wrong sources are the strong ones.
  fitListwise(packQuestions(cases, score, kept), weights, 50);
  return fitListwise(packQuestions(cases, score, kept), weights, 160);
}
