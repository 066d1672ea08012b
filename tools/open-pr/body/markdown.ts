/** Texts from outside become Markdown here, and nowhere else. GitHub's dialect: mentions, references and bare links too. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go.
const invisible = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
/** Characters that reorder what a reviewer sees. */
const bidi = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Invisible, and enough that GitHub makes no mention, reference or link. */
const breaker = '\u200b';

/** One line of plain text, at most `limit` characters. */
function plain(value: string, limit: number): string {
  // Cut by character, not by UTF-16 unit; long input first, it may be megabytes.
  const line = value
    .slice(0, limit * 4)
    .replaceAll(bidi, '\ufffd')
    .replaceAll(invisible, ' ')
    .trim();
  const characters = [...line.toWellFormed()];
  const cut = characters.length > limit || value.length > limit * 4;
  return cut ? `${characters.slice(0, limit - 1).join('')}…` : characters.join('');
}

/** Prose of others, for any place in a line, a table cell included. */
export function text(value: string, limit = 300): string {
  return plain(value, limit)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\\', '&#92;')
    .replaceAll('|', '&#124;')
    .replaceAll(/[`*[\]~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replaceAll('@', `@${breaker}`)
    .replaceAll(/(?<!&)#(?=\d)/g, `#${breaker}`)
    .replaceAll(/\bGH-(?=\d)/gi, `$&${breaker}`)
    .replaceAll(/:(?=\/\/)/g, `:${breaker}`)
    .replaceAll(/\bwww(?=\.)/gi, `$&${breaker}`)
    .replace(/^(?=[#+=-])/, '\\')
    .replace(/^(\d+)(?=[.)])/, '$1\\');
}

/** A name or value of others as code: nothing in it is read as Markdown. */
export function code(value: string, limit = 120): string {
  const line = plain(value, limit);
  if (line === '') return '(empty)';
  if (!/[`|]/.test(line)) return `\`${line}\``;
  // A code span cannot hold both in a table cell.
  const escaped = line.replaceAll(/[^A-Za-z0-9 ]/gu, (sign) => `&#${sign.codePointAt(0)};`);
  return `<code>${escaped}</code>`;
}

/** 0.974 → `97 %`. Rounded down: nothing is shown surer than it is. */
export function percent(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)} %`;
}

/** `1 field`, `2 fields`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
