import { conceptWords } from '../concepts/concept-table.ts';
import { singular } from './singular.ts';
import { abbreviations, glueWords } from './vocabulary.ts';

const known = new Set([...glueWords, ...conceptWords].filter((word) => word.length > 1));
const isKnown = (word: string) => known.has(word) || known.has(singular(word));

/** Words shorter than this are found in other words by chance. */
const shortestLocal = 4;

/** Takes run-together words apart, by the words that are known anyway and those that two records use. */
export class Segmenter {
  readonly #local = new Set<string>();
  readonly #memo = new Map<string, readonly string[]>();

  /** `words`: words seen in both records' names; those that are run together themselves are no help and left out. */
  constructor(words: Iterable<string> = []) {
    const candidates = [...new Set(words)].filter(
      (word) => word.length >= shortestLocal && /^\p{L}+$/u.test(word) && !isKnown(word),
    );
    for (const word of candidates.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
      if (this.#fewestWords(word) === undefined) this.#local.add(word);
    }
  }

  /** Splits into known words, fewest first: `numemployees` → num employees. Else the word itself. */
  segment(word: string): readonly string[] {
    if (word.length < 5 || isKnown(word) || this.#local.has(word) || abbreviations.has(word)) return [word];
    const seen = this.#memo.get(word);
    if (seen !== undefined) return seen;
    const parts = this.#fewestWords(word) ?? [word];
    this.#memo.set(word, parts);
    return parts;
  }

  #isPiece(piece: string): boolean {
    return (
      isKnown(piece) ||
      this.#local.has(piece) ||
      this.#local.has(singular(piece)) ||
      (piece.length > 2 && abbreviations.has(piece))
    );
  }

  #fewestWords(word: string): string[] | undefined {
    // Outside data: a name of absurd length is left alone.
    if (word.length > 60) return undefined;
    const best: (string[] | undefined)[] = [[]];
    for (let end = 1; end <= word.length; end += 1) {
      for (let start = 0; start < end; start += 1) {
        const head = best[start];
        if (head === undefined) continue;
        const current = best[end];
        if (current !== undefined && head.length + 1 >= current.length) continue;
        const piece = word.slice(start, end);
        if (this.#isPiece(piece)) best[end] = [...head, piece];
      }
    }
    return best[word.length];
  }
}

/** Knows only the words that every record may use. */
export const plainSegmenter = new Segmenter();
