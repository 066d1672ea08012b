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
  const table = join(questions);
  const size = weights.length;
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  const gradient = new Float64Array(size);
  for (let round = 1; round <= rounds; round += 1) {
    gradient.fill(0);
    addGradients(gradient, weights, table);
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

/** All questions in a few long arrays, which hundreds of rounds read twice as fast as thousands of short ones. */
interface Table {
  /** Rows of question n: from `firstRow[n]` to `firstRow[n + 1]`; entries of row n likewise. */
  readonly firstRow: Int32Array;
  readonly firstEntry: Int32Array;
  readonly at: Int32Array;
  readonly values: Float64Array;
  readonly right: Uint8Array;
  readonly question: Float64Array;
  /** Per row, for the time of a round. */
  readonly powers: Float64Array;
}

function join(questions: readonly PackedQuestion[]): Table {
  const rows = questions.reduce((sum, { right }) => sum + right.length, 0);
  const entries = questions.reduce((sum, { values }) => sum + values.length, 0);
  const table = {
    firstRow: new Int32Array(questions.length + 1),
    firstEntry: new Int32Array(rows + 1),
    at: new Int32Array(entries),
    values: new Float64Array(entries),
    right: new Uint8Array(rows),
    question: Float64Array.from(questions, ({ weight }) => weight),
    powers: new Float64Array(rows),
  };
  let row = 0;
  let entry = 0;
  for (const [index, { starts, at, values, right }] of questions.entries()) {
    table.firstEntry.set(
      starts.map((start) => start + entry),
      row,
    );
    table.right.set(right.map(Number), row);
    table.at.set(at, entry);
    table.values.set(values, entry);
    row += right.length;
    entry += values.length;
    table.firstRow[index + 1] = row;
  }
  return table;
}

function addGradients(gradient: Float64Array, weights: Float64Array, table: Table): void {
  const { firstRow, firstEntry, at, values, right, question, powers } = table;
  for (let index = 0; index < question.length; index += 1) {
    const from = firstRow[index] ?? 0;
    const to = firstRow[index + 1] ?? 0;
    let top = -Infinity;
    for (let row = from; row < to; row += 1) {
      const end = firstEntry[row + 1] ?? 0;
      let score = 0;
      for (let entry = firstEntry[row] ?? 0; entry < end; entry += 1) {
        score += (weights[at[entry] ?? 0] ?? 0) * (values[entry] ?? 0);
      }
      powers[row] = score;
      if (score > top) top = score;
    }
    let all = 0;
    let good = 0;
    for (let row = from; row < to; row += 1) {
      const power = Math.exp((powers[row] ?? 0) - top);
      powers[row] = power;
      all += power;
      if (right[row] === 1) good += power;
    }
    const weight = question[index] ?? 0;
    for (let row = from; row < to; row += 1) {
      const power = powers[row] ?? 0;
      const factor = weight * ((right[row] === 1 ? power / good : 0) - power / all);
      if (Math.abs(factor) < 1e-7) continue;
      const end = firstEntry[row + 1] ?? 0;
      for (let entry = firstEntry[row] ?? 0; entry < end; entry += 1) {
        const signal = at[entry] ?? 0;
        gradient[signal] = (gradient[signal] ?? 0) + factor * (values[entry] ?? 0);
      }
    }
  }
}
