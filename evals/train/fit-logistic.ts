/** One judged proposal: its inputs and whether it was right. */
export interface Judged {
  readonly inputs: readonly number[];
  readonly right: boolean;
  readonly weight: number;
}

/** Logistic regression with a small l2, by gradient descent (Adam). Answers the weights, bias last. */
export function fitLogistic(samples: readonly Judged[], l2 = 0.001, rounds = 1500): number[] {
  const width = samples[0]?.inputs.length ?? 0;
  // One flat array: 1 500 rounds over thousands of small ones would take most of the time of a training.
  const inputs = Float64Array.from(samples.flatMap((sample) => sample.inputs));
  const total = samples.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Float64Array(width + 1);
  const first = new Float64Array(width + 1);
  const second = new Float64Array(width + 1);
  for (let round = 1; round <= rounds; round += 1) {
    const gradient = new Float64Array(width + 1);
    let start = 0;
    for (const { right, weight } of samples) {
      let z = weights[width] ?? 0;
      for (let at = 0; at < width; at += 1) z += (weights[at] ?? 0) * (inputs[start + at] ?? 0);
      const error = ((right ? 1 : 0) - 1 / (1 + Math.exp(-z))) * (weight / total);
      for (let at = 0; at < width; at += 1) {
        gradient[at] = (gradient[at] ?? 0) + error * (inputs[start + at] ?? 0);
      }
      gradient[width] = (gradient[width] ?? 0) + error;
      start += width;
    }
    for (let at = 0; at <= width; at += 1) {
      const g = (gradient[at] ?? 0) - (at < width ? l2 * (weights[at] ?? 0) : 0);
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * g;
      second[at] = 0.99 * (second[at] ?? 0) + 0.01 * g * g;
      const step =
        (first[at] ?? 0) / (1 - 0.9 ** round) / (Math.sqrt((second[at] ?? 0) / (1 - 0.99 ** round)) + 1e-8);
      weights[at] = (weights[at] ?? 0) + 0.05 * step;
    }
  }
  return [...weights];
}
