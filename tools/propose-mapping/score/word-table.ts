import type { FieldProfile } from '../profile/field-profile.ts';
import { cosine, wordVectors } from '../vectors/word-vectors.ts';
import { letterBits, wordSimilarity } from './similarity.ts';

/** Cosines up to this say nothing: any two business words are that near. */
const chance = 0.35;
/** Similarities are kept in steps of 1/200; 255 is "not computed yet". */
const steps = 200;
const unknown = 255;

/** The words of two records, numbered, with their weights and how alike each two are. One per comparison of records. */
export class WordTable {
  /** How much each word tells, from how few fields of both records carry it: 1 for a word of one field. */
  readonly weights: Float64Array;
  readonly #ids = new Map<string, number>();
  readonly #words: string[] = [];
  /** Words of names come first; only they are compared with each other. */
  readonly #names: number;
  readonly #alike: Uint8Array;
  readonly #near: Uint8Array;
  readonly #letters: Int32Array;
  readonly #directions: (Float32Array | null | undefined)[] = [];

  constructor(profiles: readonly FieldProfile[]) {
    for (const { words, nameWords, parentWords, labelWords, meaning } of profiles) {
      for (const list of [words, nameWords, parentWords, labelWords, meaning.rest])
        for (const word of list) this.#add(word);
    }
    this.#names = this.#words.length;
    this.#letters = Int32Array.from(this.#words, letterBits);
    this.#alike = new Uint8Array(this.#names ** 2).fill(unknown);
    this.#near = new Uint8Array(this.#names ** 2).fill(unknown);
    for (const { proseWords } of profiles) for (const word of proseWords) this.#add(word);
    this.weights = this.#weigh(profiles);
  }

  #add(word: string): void {
    if (this.#ids.has(word)) return;
    this.#ids.set(word, this.#words.length);
    this.#words.push(word);
  }

  #weigh(profiles: readonly FieldProfile[]): Float64Array {
    const counts = new Float64Array(this.#words.length);
    for (const { proseWords } of profiles) {
      for (const word of proseWords) {
        const id = this.id(word);
        counts[id] = (counts[id] ?? 0) + 1;
      }
    }
    const scale = Math.log(1 + profiles.length);
    return counts.map((count) =>
      count === 0 ? 1 : Math.max(0.05, Math.log(1 + profiles.length / count) / scale),
    );
  }

  /** The number of a word of the two records. */
  id(word: string): number {
    return this.#ids.get(word) ?? -1;
  }

  /** How alike two words of names are in spelling, 0..1: equal, one the beginning of the other, nearly the same letters. */
  alike(a: number, b: number): number {
    if (a === b) return 1;
    const at = a * this.#names + b;
    let value = this.#alike[at] ?? 0;
    if (value === unknown) {
      const [first, second] = [this.#words[a] ?? '', this.#words[b] ?? ''];
      const letters = this.#letters;
      value = Math.round(steps * wordSimilarity(first, second, letters[a] ?? 0, letters[b] ?? 0));
      this.#alike[at] = value;
    }
    return value / steps;
  }

  /** How near two words of names are in meaning, 0..1: 1 for equal words, 0 for words no nearer than chance. */
  near(a: number, b: number): number {
    if (a === b) return 1;
    const at = a * this.#names + b;
    let value = this.#near[at] ?? 0;
    if (value === unknown) {
      const angle = cosine(this.#direction(a), this.#direction(b));
      value = Math.round(steps * Math.max(0, (angle - chance) / (1 - chance)));
      this.#near[at] = value;
    }
    return value / steps;
  }

  #direction(id: number): Float32Array | null {
    let direction = this.#directions[id];
    if (direction === undefined) {
      direction = wordVectors().direction([[this.#words[id] ?? '', 1]]);
      this.#directions[id] = direction;
    }
    return direction;
  }

  /** Where words point together, by their weights; null when no vector is known. */
  directionOf(words: Iterable<string>): Float32Array | null {
    return wordVectors().direction(
      Array.from(words, (word) => [word, this.weights[this.id(word)] ?? 0] as const),
    );
  }
}
