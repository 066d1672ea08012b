import type { WordTable } from './word-table.ts';

/** Share of the words' weight on both sides that has a partner on the other, 0..1, by spelling or by meaning. */
export function wordOverlap(a: Int32Array, b: Int32Array, table: WordTable, by: 'alike' | 'near'): number {
  if (a.length === 0 || b.length === 0) return 0;
  const { weights } = table;
  let matched = 0;
  let total = 0;
  for (const word of a) {
    const weight = weights[word] ?? 1;
    matched += weight * best(word, b, table, by);
    total += weight;
  }
  for (const word of b) {
    const weight = weights[word] ?? 1;
    matched += weight * best(word, a, table, by);
    total += weight;
  }
  return matched / total;
}

function best(word: number, others: Int32Array, table: WordTable, by: 'alike' | 'near'): number {
  let most = 0;
  for (const other of others) {
    const value = by === 'alike' ? table.alike(word, other) : table.near(word, other);
    if (value > most) most = value;
  }
  return most;
}
