import { toText } from './to-text.ts';

/** Parts in a text: `{1}` is the first part; the text before a part that is empty goes with it. */
export function fillTemplate(parts: readonly unknown[], template: string): string | undefined {
  const texts = parts.map((part) => toText(part) ?? '');
  if (texts.every((text) => text === '')) return undefined;
  const pieces = template.split(/\{(\d+)\}/);
  let filled = '';
  pieces.forEach((piece, at) => {
    const text = at % 2 === 0 ? '' : (texts[Number(piece) - 1] ?? '');
    // The first part has nothing to stand apart from.
    if (text !== '') filled += (filled === '' && at > 1 ? '' : (pieces[at - 1] ?? '')) + text;
  });
  return filled + (pieces.length > 1 ? (pieces.at(-1) ?? '') : '');
}
