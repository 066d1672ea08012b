/** Names of the signals of a pair's standing among the others, in the order of a vector. */
export const contextNames = [
  'score',
  'likedMoreElsewhere',
  'wantedMoreElsewhere',
  'wantedElsewhere',
  'likedMostHere',
  'siblings',
  'someSibling',
  'strangeToSiblings',
] as const;
export type ContextName = (typeof contextNames)[number];

/** One scored pair of a target; `column` is the index of its source. */
export interface ScoredPair {
  readonly column: number;
  readonly score: number;
}

/** What stands in for the score of nobody. */
const nobody = -1e6;

/**
 * How each pair stands among the others: whether its source fits another target better, and whether the target's
 * siblings are fed from the same place. `rows` are the pairs per target; groups are the paths of the parents. Answers
 * vectors in the order of `contextNames`, parallel to `rows`.
 */
export function contextSignals(
  rows: readonly (readonly ScoredPair[])[],
  sourceGroups: readonly string[],
  targetGroups: readonly string[],
): Float64Array[][] {
  const tops = rows.map(bestOf);
  const liked = new BestTwo(sourceGroups.length);
  const wanted = new BestTwo(sourceGroups.length);
  for (const [row, pairs] of rows.entries()) {
    for (const { column, score } of pairs) liked.add(column, row, score);
    const top = tops[row];
    if (top !== undefined) wanted.add(top.column, row, top.score);
  }
  const votes = siblingVotes(tops, sourceGroups, targetGroups);
  return rows.map((pairs, row) => {
    const top = tops[row];
    const vote = votes.get(targetGroups[row] ?? '');
    const ownVote = top === undefined ? 0 : certainty(top.score);
    return pairs.map(({ column, score }) => {
      const elsewhere = liked.without(column, row);
      const asTop = wanted.without(column, row);
      const group = sourceGroups[column] ?? '';
      const mine = top !== undefined && sourceGroups[top.column] === group ? ownVote : 0;
      const siblings = (vote?.byGroup.get(group) ?? 0) - mine;
      const all = (vote?.all ?? 0) - ownVote;
      const into = new Float64Array(contextNames.length);
      into[0] = score / 5;
      into[1] = bounded(elsewhere - score);
      into[2] = bounded(asTop - score);
      into[3] = asTop > score ? 1 : 0;
      into[4] = elsewhere < score ? 1 : 0;
      into[5] = all > 1e-9 ? siblings / all : 0;
      into[6] = siblings > 1e-9 ? 1 : 0;
      into[7] = all > 1e-9 && siblings <= 1e-9 ? 1 : 0;
      return into;
    });
  });
}

function bestOf(pairs: readonly ScoredPair[]): ScoredPair | undefined {
  let best = pairs[0];
  for (const pair of pairs) if (best !== undefined && pair.score > best.score) best = pair;
  return best;
}

/** Differences of scores count up to 4. */
function bounded(difference: number): number {
  return Math.max(0, Math.min(4, difference)) / 4;
}

/** How much a target's best pair says about its siblings. */
function certainty(score: number): number {
  return Math.max(0, Math.min(1, (score - 1) / 5));
}

interface Vote {
  all: number;
  readonly byGroup: Map<string, number>;
}

function siblingVotes(
  tops: readonly (ScoredPair | undefined)[],
  sourceGroups: readonly string[],
  targetGroups: readonly string[],
): Map<string, Vote> {
  const votes = new Map<string, Vote>();
  for (const [row, top] of tops.entries()) {
    if (top === undefined) continue;
    const group = targetGroups[row] ?? '';
    const vote = votes.get(group) ?? { all: 0, byGroup: new Map<string, number>() };
    const from = sourceGroups[top.column] ?? '';
    const weight = certainty(top.score);
    vote.all += weight;
    vote.byGroup.set(from, (vote.byGroup.get(from) ?? 0) + weight);
    votes.set(group, vote);
  }
  return votes;
}

/** The best two scores of each source, and which row the best is in. */
class BestTwo {
  readonly #row: Int32Array;
  readonly #first: Float64Array;
  readonly #second: Float64Array;

  constructor(size: number) {
    this.#row = new Int32Array(size).fill(-1);
    this.#first = new Float64Array(size).fill(nobody);
    this.#second = new Float64Array(size).fill(nobody);
  }

  add(column: number, row: number, score: number): void {
    if (score > (this.#first[column] ?? nobody)) {
      this.#second[column] = this.#first[column] ?? nobody;
      this.#first[column] = score;
      this.#row[column] = row;
    } else if (score > (this.#second[column] ?? nobody)) this.#second[column] = score;
  }

  /** The best score of a source outside this row. */
  without(column: number, row: number): number {
    return (this.#row[column] === row ? this.#second[column] : this.#first[column]) ?? nobody;
  }
}
