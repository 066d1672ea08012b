import { stripVTControlCharacters } from 'node:util';

/** Marks and overrides that reorder what a reader sees. */
const reordering = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Formatting nobody sees; the two joiners stay, since scripts and emoji need them. */
const unseen = /(?![\u200c\u200d])\p{Cf}/gu;
const lineBreak = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;
const control = /(?![\n\t])\p{Cc}/gu;

/**
 * Text from outside as a person may be shown it: nothing in it acts on a terminal, hides or reorders. Escape sequences
 * and unseen characters go, control characters become spaces, U+FFFD stands where text was reordered; lines stay lines.
 */
export function visible(text: string): string {
  return stripVTControlCharacters(text.toWellFormed())
    .replaceAll(lineBreak, '\n')
    .replaceAll(control, ' ')
    .replaceAll(reordering, '\ufffd')
    .replaceAll(unseen, '');
}
