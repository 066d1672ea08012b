import type { FieldProfile } from '../profile/field-profile.ts';
import { cosine, wordVectors } from '../vectors/word-vectors.ts';
import type { Rarity } from './rarity.ts';

/** Cosines up to this say nothing: any two business words are that near. */
const chance = 0.35;

const memo = new Map<string, number>();
const mostRemembered = 200_000;

/** How near two fields are in meaning by word vectors, where they share no words. */
export class Nearness {
  readonly #rarity: Rarity;
  readonly #prose = new Map<FieldProfile, Float32Array | null>();

  constructor(profiles: readonly FieldProfile[], rarity: Rarity) {
    this.#rarity = rarity;
    for (const profile of profiles) {
      const words = Array.from(profile.proseWords, (word): [string, number] => [word, rarity.of(word)]);
      this.#prose.set(profile, wordVectors().direction(words));
    }
  }

  /** Share of the names' weight that has a word near it on the other side, 0..1. */
  names(a: FieldProfile, b: FieldProfile): number {
    const forth = this.#nearTo(a.words, b.words);
    const back = this.#nearTo(b.words, a.words);
    const total = forth.total + back.total;
    return total === 0 ? 0 : (forth.matched + back.matched) / total;
  }

  /** How near names, labels and descriptions are as a whole, 0..1. */
  prose(a: FieldProfile, b: FieldProfile): number {
    return Math.max(0, cosine(this.#prose.get(a) ?? null, this.#prose.get(b) ?? null));
  }

  #nearTo(words: readonly string[], others: readonly string[]): { matched: number; total: number } {
    let matched = 0;
    let total = 0;
    for (const word of words) {
      const weight = this.#rarity.of(word);
      let best = 0;
      for (const other of others) best = Math.max(best, wordNearness(word, other));
      matched += weight * best;
      total += weight;
    }
    return { matched, total };
  }
}

/** 1 for equal words, 0 for words no nearer than chance. */
function wordNearness(a: string, b: string): number {
  if (a === b) return 1;
  const key = a < b ? `${a} ${b}` : `${b} ${a}`;
  let near = memo.get(key);
  if (near === undefined) {
    const vectors = wordVectors();
    near = Math.max(
      0,
      (cosine(vectors.direction([[a, 1]]), vectors.direction([[b, 1]])) - chance) / (1 - chance),
    );
    // Words come from outside: the memory has a bound.
    if (memo.size >= mostRemembered) memo.clear();
    memo.set(key, near);
  }
  return near;
}
