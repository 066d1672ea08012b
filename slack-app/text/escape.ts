import { oneLine } from '../../tools/core/index.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Text from outside, for a mrkdwn field: one line; `&`, `<` and `>` escaped, so that nothing in it becomes a link or a
 * mention; `@channel` and its kin defused. The escaped text is cut at `limit` characters, never inside an entity.
 */
export function escapeMrkdwn(text: string, limit = 300): string {
  const defused = oneLine(text, limit).replace(/@(?=channel|here|everyone|group)/gi, '@\u200b');
  return cut(
    [...defused].map((letter) => entities[letter] ?? letter),
    limit,
  );
}

/** The same as inline code, for names and paths: underscores and stars in them are no formatting. */
export function code(text: string, limit = 120): string {
  return `\`${escapeMrkdwn(text.replaceAll('`', 'ˋ'), limit)}\``;
}

/** Text from outside, for a plain_text field of at most `limit` characters. */
export function plain(text: string, limit: number): string {
  return cut([...oneLine(text, limit)], limit);
}

/** Joins whole pieces up to `limit` characters; an ellipsis stands for the rest. */
function cut(pieces: readonly string[], limit: number): string {
  const whole = pieces.join('');
  if (whole.length <= limit) return whole;
  let kept = '';
  for (const piece of pieces) {
    if (kept.length + piece.length >= limit) break;
    kept += piece;
  }
  return `${kept}…`;
}
