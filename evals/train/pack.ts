import type { CaseQuestions } from './collect.ts';

/** The vectors of one question without their zeros: most signals of most pairs are zero. */
export interface PackedQuestion {
  /** Entries of vector n: from `starts[n]` to `starts[n + 1]`. */
  readonly starts: Uint32Array;
  readonly at: Uint16Array;
  readonly values: Float64Array;
  readonly right: readonly boolean[];
  /** How much the question counts. */
  readonly weight: number;
}

/**
 * The answered questions, each with its right sources and the `most` strongest wrong ones under `score`. Cases weigh the
 * same, whatever their size; large data sets weigh more, but less than by their number of cases.
 */
export function packQuestions(
  cases: readonly CaseQuestions[],
  score: (vector: Float64Array) => number,
  most: number,
): PackedQuestion[] {
  const perDataset = new Map<string, number>();
  for (const { dataset } of cases) perDataset.set(dataset, (perDataset.get(dataset) ?? 0) + 1);
  return cases.flatMap(({ questions, dataset }) => {
    const answered = questions.filter(({ right }) => right.includes(true));
    const weight = 1 / (answered.length * Math.sqrt(perDataset.get(dataset) ?? 1));
    return answered.map(({ vectors, right }) => {
      const scores = vectors.map(score);
      const strongest = scores
        .map((_, at) => at)
        .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
        .filter((at, rank) => rank < most || right[at] === true);
      return pack(
        strongest.map((at) => vectors[at] ?? new Float64Array()),
        strongest.map((at) => right[at] === true),
        weight,
      );
    });
  });
}

function pack(vectors: readonly Float64Array[], right: readonly boolean[], weight: number): PackedQuestion {
  const at: number[] = [];
  const values: number[] = [];
  const starts = [0];
  for (const vector of vectors) {
    for (const [index, value] of vector.entries()) {
      if (value === 0) continue;
      at.push(index);
      values.push(value);
    }
    starts.push(at.length);
  }
  return {
    starts: Uint32Array.from(starts),
    at: Uint16Array.from(at),
    values: Float64Array.from(values),
    right,
    weight,
  };
}
