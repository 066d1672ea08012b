import type { PackedQuestion } from './pack.ts';

const l2 = 0.002;
const step = 0.08;

/**
 * Listwise linear ranking: softmax over the sources of one target, gradient ascent with momentum (Adam) on the log
 * probability of some right source. Goes on from `weights`, which it changes.
 */
export function fitListwise(
  questions: readonly PackedQuestion[],
  weights: Float64Array,
  rounds: number,
): Float64Array {
  const size = weights.length;
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  for (let round = 1; round <= rounds; round += 1) {
    const gradient = new Float64Array(size);
    for (const question of questions) addGradient(gradient, weights, question);
    for (let at = 0; at < size; at += 1) {
      const g = (gradient[at] ?? 0) / 30 - l2 * (weights[at] ?? 0);
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * g;
      second[at] = 0.99 * (second[at] ?? 0) + 0.01 * g * g;
      const change =
        (first[at] ?? 0) / (1 - 0.9 ** round) / (Math.sqrt((second[at] ?? 0) / (1 - 0.99 ** round)) + 1e-8);
      weights[at] = (weights[at] ?? 0) + step * change;
    }
  }
  return weights;
}

function addGradient(
  gradient: Float64Array,
  weights: Float64Array,
  { starts, at, values, right, weight }: PackedQuestion,
): void {
  const powers = new Float64Array(right.length);
  let top = -Infinity;
  for (let row = 0; row < powers.length; row += 1) {
    let score = 0;
    for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry += 1) {
      score += (weights[at[entry] ?? 0] ?? 0) * (values[entry] ?? 0);
    }
    powers[row] = score;
    if (score > top) top = score;
  }
  let all = 0;
  let good = 0;
  for (let row = 0; row < powers.length; row += 1) {
    const power = Math.exp((powers[row] ?? 0) - top);
    powers[row] = power;
    all += power;
    if (right[row] === true) good += power;
  }
  for (let row = 0; row < powers.length; row += 1) {
    const power = powers[row] ?? 0;
    const factor = weight * ((right[row] === true ? power / good : 0) - power / all);
    if (Math.abs(factor) < 1e-7) continue;
    for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry += 1) {
      const index = at[entry] ?? 0;
      gradient[index] = (gradient[index] ?? 0) + factor * (values[entry] ?? 0);
    }
  }
}
