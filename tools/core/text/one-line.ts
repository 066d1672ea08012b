import { visible } from './visible.ts';

/** `visible` text on one line, runs of white space as one space, cut at `limit` characters with an ellipsis. */
export function oneLine(text: string, limit = 300): string {
  // Long input first: it may be megabytes.
  const line = visible(text.slice(0, limit * 4))
    .replaceAll(/\s+/g, ' ')
    .trim();
  // By character, not by UTF-16 unit.
  const characters = [...line];
  if (characters.length <= limit && text.length <= limit * 4) return line;
  return `${characters.slice(0, limit - 1).join('')}…`;
}
