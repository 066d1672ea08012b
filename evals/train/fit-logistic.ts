/** One judged proposal: its inputs and whether it was right. */
export interface Judged {
  readonly inputs: readonly number[];
  readonly right: boolean;
  readonly weight: number;
}

/** Logistic regression with a small l2, by gradient descent (Adam). Answers the weights, bias last. */
export function fitLogistic(samples: readonly Judged[], l2 = 0.001, rounds = 1500): number[] {
  const size = (samples[0]?.inputs.length ?? 0) + 1;
  const weights = new Float64Array(size);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  const total = samples.reduce((sum, { weight }) => sum + weight, 0);
  for (let round = 1; round <= rounds; round += 1) {
    const gradient = new Float64Array(size);
    for (const { inputs, right, weight } of samples) {
      let z = weights[size - 1] ?? 0;
      for (const [at, input] of inputs.entries()) z += (weights[at] ?? 0) * input;
      const error = ((right ? 1 : 0) - 1 / (1 + Math.exp(-z))) * (weight / total);
      for (const [at, input] of inputs.entries()) gradient[at] = (gradient[at] ?? 0) + error * input;
      gradient[size - 1] = (gradient[size - 1] ?? 0) + error;
    }
    for (let at = 0; at < size; at += 1) {
      const g = (gradient[at] ?? 0) - (at < size - 1 ? l2 * (weights[at] ?? 0) : 0);
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * g;
      second[at] = 0.99 * (second[at] ?? 0) + 0.01 * g * g;
      const step =
        (first[at] ?? 0) / (1 - 0.9 ** round) / (Math.sqrt((second[at] ?? 0) / (1 - 0.99 ** round)) + 1e-8);
      weights[at] = (weights[at] ?? 0) + 0.05 * step;
    }
  }
  return [...weights];
}
