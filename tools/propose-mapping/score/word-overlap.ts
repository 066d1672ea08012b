import type { WordTable } from './word-table.ts';

/** How like two words of the table are, 0..1, whichever comes first. */
export type Likeness = (table: WordTable, a: number, b: number) => number;

export const alike: Likeness = (table, a, b) => table.alike(a, b);
export const near: Likeness = (table, a, b) => table.near(a, b);

/** The best partner so far of each word of the second list; kept between calls. */
let best = new Float64Array(64);

/** Share of the words' weight on both sides that has a partner on the other, 0..1. */
export function wordOverlap(a: Int32Array, b: Int32Array, table: WordTable, likeness: Likeness): number {
  if (a.length === 0 || b.length === 0) return 0;
  if (best.length < b.length) best = new Float64Array(2 * b.length);
  best.fill(0, 0, b.length);
  const { weights } = table;
  let matched = 0;
  let total = 0;
  for (let i = 0; i < a.length; i += 1) {
    const word = a[i] ?? 0;
    let most = 0;
    for (let j = 0; j < b.length; j += 1) {
      const value = likeness(table, word, b[j] ?? 0);
      if (value > most) most = value;
      if (value > (best[j] ?? 0)) best[j] = value;
    }
    const weight = weights[word] ?? 1;
    matched += weight * most;
    total += weight;
  }
  for (let j = 0; j < b.length; j += 1) {
    const weight = weights[b[j] ?? 0] ?? 1;
    matched += weight * (best[j] ?? 0);
    total += weight;
  }
  return matched / total;
}
