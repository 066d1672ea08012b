import { signalNames } from '../../tools/propose-mapping/index.ts';
import type { CaseQuestions } from './collect.ts';

const rounds = 160;
const l2 = 0.002;

/**
 * Listwise linear ranking: softmax over the sources of one target, gradient ascent with momentum (Adam). Cases weigh
 * the same, whatever their size.
 */
export function fitRanking(cases: readonly CaseQuestions[]): Float64Array {
  const size = signalNames.length;
  const weights = new Float64Array(size);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  const perDataset = new Map<string, number>();
  for (const { dataset } of cases) perDataset.set(dataset, (perDataset.get(dataset) ?? 0) + 1);
  for (let round = 1; round <= rounds; round += 1) {
    const gradient = new Float64Array(size);
    for (const { questions, dataset } of cases) {
      const answered = questions.filter(({ right }) => right.includes(true));
      // Large data sets weigh more, but less than by their number of cases.
      const share = 1 / (answered.length * Math.sqrt(perDataset.get(dataset) ?? 1));
      for (const { vectors, right } of answered) addGradient(gradient, weights, vectors, right, share);
    }
    for (let at = 0; at < size; at += 1) {
      const g = (gradient[at] ?? 0) / 30 - l2 * (weights[at] ?? 0);
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * g;
      second[at] = 0.99 * (second[at] ?? 0) + 0.01 * g * g;
      const step =
        (first[at] ?? 0) / (1 - 0.9 ** round) / (Math.sqrt((second[at] ?? 0) / (1 - 0.99 ** round)) + 1e-8);
      weights[at] = (weights[at] ?? 0) + 0.08 * step;
    }
  }
  return weights;
}

/** Dot product of equally long vectors. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

/** Gradient of log P(some right source), P by softmax. */
function addGradient(
  gradient: Float64Array,
  weights: Float64Array,
  vectors: readonly Float64Array[],
  right: readonly boolean[],
  share: number,
): void {
  const scores = vectors.map((vector) => dot(weights, vector));
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  let all = 0;
  let good = 0;
  for (const [at, power] of powers.entries()) {
    all += power;
    if (right[at] === true) good += power;
  }
  for (const [index, vector] of vectors.entries()) {
    const power = powers[index] ?? 0;
    const factor = share * ((right[index] === true ? power / good : 0) - power / all);
    if (Math.abs(factor) < 1e-7) continue;
    for (let at = 0; at < vector.length; at += 1)
      gradient[at] = (gradient[at] ?? 0) + factor * (vector[at] ?? 0);
  }
}
