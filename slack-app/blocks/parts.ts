import type { types } from '@slack/bolt';
import { plain } from '../text/escape.ts';
import { type Block, limits } from './block-message.ts';

/** Ready-escaped mrkdwn. `verbatim` keeps Slack from making links and mentions out of plain words. */
export function mrkdwn(text: string): types.MrkdwnElement {
  return { type: 'mrkdwn', text, verbatim: true };
}

/** A headline of outside text; cut at Slack's limit. */
export function header(text: string): Block {
  return { type: 'header', text: { type: 'plain_text', text: plain(text, limits.header), emoji: true } };
}

/** One section of ready-escaped lines that are known to be few. */
export function section(...lines: readonly string[]): Block {
  return { type: 'section', text: mrkdwn(lines.join('\n')) };
}

export function context(text: string): Block {
  return { type: 'context', elements: [mrkdwn(text)] };
}

/**
 * A titled list in one section; lines that do not fit are counted in a last line instead. Empty for no lines.
 * `rest` says where the others are found.
 */
export function listSection(title: string, lines: readonly string[], rest: string): Block[] {
  if (lines.length === 0) return [];
  const head = `*${title}*`;
  const shown: string[] = [];
  let length = head.length;
  for (const line of lines) {
    // Room for the last line stays free.
    if (length + line.length + 1 > limits.section - rest.length - 30) break;
    shown.push(line);
    length += line.length + 1;
  }
  const hidden = lines.length - shown.length;
  return [section(head, ...shown, ...(hidden === 0 ? [] : [`…and ${hidden} more, ${rest}`]))];
}

/** As many sections as the lines need, at most `most`; the earliest lines give way. */
export function sections(lines: readonly string[], most: number): Block[] {
  const groups: string[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    if (length + line.length + 1 > limits.section) {
      groups.push([]);
      length = 0;
    }
    groups.at(-1)?.push(line);
    length += line.length + 1;
  }
  return groups.slice(-most).map((group) => section(...group));
}
