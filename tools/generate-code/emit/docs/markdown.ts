import type { Shown } from '../../../model/index.ts';
import { commentText } from '../literal.ts';

/** Text from outside inside a Markdown table or sentence: nothing in it is markup, a link or a mention. */
export function plainText(text: string): string {
  return commentText(text).replace(/[\\`*_[\]<>|#@!~$&]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A field's path as code; names that would break out of the code are written plainly. */
export function codeText(text: string): string {
  return /^[\w.[\]:-]+$/.test(text) ? `\`${text}\`` : plainText(text);
}

/** How the words for a transform are shown here. */
export const shown: Shown = { code: codeText, text: (text, limit) => plainText(commentText(text, limit)) };
