import { singular } from '../../tools/core/text/singular.ts';

/** The words of a text, in lower case without punctuation; arrows are read as "to". */
export function wordsOf(text: string): string[] {
  return text
    .replaceAll(/->|→|=>/g, ' to ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** The same for all spellings of one name: case, spaces, dashes and plural do not count. */
export function nameKey(name: string): string {
  return singular(wordsOf(name).join(''));
}
