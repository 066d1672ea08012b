/** Texts from outside become Markdown here, and nowhere else. GitHub's dialect: mentions, references and bare links too. */

import { oneLine } from '../../core/index.ts';

/** Invisible, and enough that GitHub makes no mention, reference or link. */
const breaker = '\u200b';

/** Prose of others, for any place in a line, a table cell included. */
export function text(value: string, limit = 300): string {
  return oneLine(value, limit)
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
  const line = oneLine(value, limit);
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
