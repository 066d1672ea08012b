/** Sorted numbers without repetition: sets that compare without hashing. */
export type SortedSet = Int32Array | Float64Array;

export function sortedIds(ids: Iterable<number>): Int32Array {
  return Int32Array.from(new Set(ids)).sort();
}

/** Dice coefficient of two sets, 0..1. */
export function diceOf(a: SortedSet, b: SortedSet): number {
  if (a.length === 0 || b.length === 0) return 0;
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y) {
      shared += 1;
      i += 1;
      j += 1;
    } else if (x < y) i += 1;
    else j += 1;
  }
  return (2 * shared) / (a.length + b.length);
}

/** Share of the weight of both sets that is shared, 0..1; `totalA` and `totalB` are the sums of their weights. */
export function weightedDice(
  a: Int32Array,
  b: Int32Array,
  weights: Float64Array,
  totalA: number,
  totalB: number,
): number {
  if (totalA + totalB === 0) return 0;
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y) {
      shared += weights[x] ?? 0;
      i += 1;
      j += 1;
    } else if (x < y) i += 1;
    else j += 1;
  }
  return (2 * shared) / (totalA + totalB);
}
