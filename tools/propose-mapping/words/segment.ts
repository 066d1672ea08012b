import { conceptWords } from '../concepts/concept-table.ts';
import { singular } from './singular.ts';
import { abbreviations, glueWords } from './vocabulary.ts';

const known = new Set([...glueWords, ...conceptWords].filter((word) => word.length > 1));
const isKnown = (word: string) => known.has(word) || known.has(singular(word));
const memo = new Map<string, readonly string[]>();

/** Splits a run-together word into known words, fewest first: `numemployees` → num employees. Else the word itself. */
export function segment(word: string): readonly string[] {
  if (word.length < 5 || isKnown(word) || abbreviations.has(word)) return [word];
  const seen = memo.get(word);
  if (seen !== undefined) return seen;
  const parts = fewestWords(word) ?? [word];
  if (memo.size < 50_000) memo.set(word, parts);
  return parts;
}

function fewestWords(word: string): string[] | undefined {
  // Outside data: a name of absurd length is left alone.
  if (word.length > 60) return undefined;
  const best: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= word.length; end += 1) {
    for (let start = 0; start < end; start += 1) {
      const head = best[start];
      const piece = word.slice(start, end);
      if (head === undefined || !(isKnown(piece) || (piece.length > 2 && abbreviations.has(piece)))) continue;
      const current = best[end];
      if (current === undefined || head.length + 1 < current.length) best[end] = [...head, piece];
    }
  }
  return best[word.length];
}
