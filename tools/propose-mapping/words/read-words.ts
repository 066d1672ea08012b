import { plainSegmenter, type Segmenter } from './segment.ts';
import { singular } from './singular.ts';
import { splitIdentifier } from './split-identifier.ts';
import { abbreviations, stopWords } from './vocabulary.ts';

/** Identifier or phrase → comparable words: split, unglued, abbreviations written out, singular, no stop words. */
export function readWords(text: string, segmenter: Segmenter = plainSegmenter): string[] {
  return splitIdentifier(text)
    .flatMap((word) => segmenter.segment(word))
    .flatMap((word) => abbreviations.get(word) ?? abbreviations.get(singular(word)) ?? [word])
    .filter((word) => !stopWords.has(word))
    .map(singular);
}
