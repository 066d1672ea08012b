import { areNear } from '../concepts/concept-table.ts';
import type { Comparable } from './comparable.ts';
import type { WordTable } from './word-table.ts';

/** Sources compared in full per target. With 40, no figure of the development cases was better by more than .001. */
const kept = 24;

/** The sources of a record by what they have, so that the few that are like a target are found without the others. */
export class LikelySources {
  readonly #sources: readonly Comparable[];
  readonly #weights: Float64Array;
  readonly #byGram = new Map<number, number[]>();
  readonly #byProse = new Map<number, number[]>();
  readonly #byHead = new Map<string, number[]>();
  readonly #byOtherHead = new Map<string, number[]>();

  constructor(sources: readonly Comparable[], table: WordTable) {
    this.#sources = sources;
    this.#weights = table.weights;
    if (sources.length <= kept) return;
    for (const [at, { profile, prose }] of sources.entries()) {
      for (const gram of profile.grams) put(this.#byGram, gram, at);
      for (const word of prose) put(this.#byProse, word, at);
      if (profile.meaning.head !== null) put(this.#byHead, profile.meaning.head.name, at);
      for (const head of profile.otherHeads) put(this.#byOtherHead, head, at);
    }
  }

  /** Indexes of the sources worth comparing with a target in full, in order: all, or of many the likeliest by far. */
  of(target: Comparable): Uint32Array {
    const size = this.#sources.length;
    if (size <= kept) return Uint32Array.from({ length: size }, (_, at) => at);
    const scores = this.#cheapScores(target);
    const least = scores.toSorted()[size - kept] ?? 0;
    let ties = kept - scores.reduce((above, score) => (score > least ? above + 1 : above), 0);
    const chosen = new Uint32Array(kept);
    let count = 0;
    for (let at = 0; at < size; at += 1) {
      const score = scores[at] ?? 0;
      if (score < least) continue;
      if (score === least) {
        if (ties === 0) continue;
        ties -= 1;
      }
      chosen[count] = at;
      count += 1;
    }
    return chosen;
  }

  #cheapScores({ profile, prose, proseWeight }: Comparable): Float64Array {
    const sources = this.#sources;
    const grams = new Float64Array(sources.length);
    const words = new Float64Array(sources.length);
    for (const gram of profile.grams) addTo(grams, this.#byGram.get(gram), 1);
    for (const word of prose) addTo(words, this.#byProse.get(word), this.#weights[word] ?? 0);
    const scores = this.#conceptScores(profile);
    for (const [at, source] of sources.entries()) {
      const letters = source.profile.grams.length + profile.grams.length;
      const weight = source.proseWeight + proseWeight;
      const spelled = letters === 0 ? 0 : (2 * (grams[at] ?? 0)) / letters;
      scores[at] = spelled + (scores[at] ?? 0) + (weight === 0 ? 0 : (words[at] ?? 0) / weight);
    }
    return scores;
  }

  /** 1 for the same concept under any reading, less for one near it. */
  #conceptScores({ meaning, otherHeads }: Comparable['profile']): Float64Array {
    const scores = new Float64Array(this.#sources.length);
    const head = meaning.head?.name;
    if (head !== undefined) {
      for (const [name, places] of this.#byHead) {
        if (name !== head && areNear(name, head)) for (const at of places) scores[at] = 0.4;
      }
      for (const at of this.#byHead.get(head) ?? []) scores[at] = 1;
      for (const at of this.#byOtherHead.get(head) ?? []) scores[at] = 1;
    }
    for (const other of otherHeads) for (const at of this.#byHead.get(other) ?? []) scores[at] = 1;
    return scores;
  }
}

function put<K>(index: Map<K, number[]>, key: K, at: number): void {
  const places = index.get(key);
  if (places === undefined) index.set(key, [at]);
  else places.push(at);
}

function addTo(sums: Float64Array, places: readonly number[] | undefined, amount: number): void {
  for (const at of places ?? []) sums[at] = (sums[at] ?? 0) + amount;
}
