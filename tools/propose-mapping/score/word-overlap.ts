import type { Rarity } from './rarity.ts';
import { wordSimilarity } from './similarity.ts';

/** Share of the words' weight on both sides that has a partner on the other, 0..1. */
export function wordOverlap(a: readonly string[], b: readonly string[], rarity: Rarity): number {
  if (a.length === 0 || b.length === 0) return 0;
  let matched = 0;
  let total = 0;
  for (const word of a) {
    matched += rarity.of(word) * best(word, b);
    total += rarity.of(word);
  }
  for (const word of b) {
    matched += rarity.of(word) * best(word, a);
    total += rarity.of(word);
  }
  return matched / total;
}

/** The same over sets with equal words only: for prose, where near spelling is noise. */
export function proseOverlap(a: ReadonlySet<string>, b: ReadonlySet<string>, rarity: Rarity): number {
  let matched = 0;
  let total = 0;
  for (const word of a) {
    const weight = rarity.of(word);
    total += weight;
    if (b.has(word)) matched += 2 * weight;
  }
  for (const word of b) total += rarity.of(word);
  return total === 0 ? 0 : matched / total;
}

function best(word: string, others: readonly string[]): number {
  let most = 0;
  for (const other of others) most = Math.max(most, wordSimilarity(word, other));
  return most;
}
