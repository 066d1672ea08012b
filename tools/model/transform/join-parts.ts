import { castValue } from './cast.ts';

/**
 * The filled parts as one text; undefined when none is filled. In a template, `{1}` is the first part; the text before a
 * part that is empty goes with it.
 */
export function joinParts(
  sources: readonly unknown[],
  separator: string,
  template?: string,
): string | undefined {
  const parts = sources.map((part) =>
    part === undefined || part === null || part === '' ? '' : castValue(part, 'string'),
  );
  if (parts.every((part) => part === '')) return undefined;
  if (template === undefined) return parts.filter((part) => part !== '').join(separator);
  const pieces = template.split(/\{(\d+)\}/);
  let joined = '';
  pieces.forEach((piece, at) => {
    const part = at % 2 === 0 ? '' : (parts[Number(piece) - 1] ?? '');
    const before = pieces[at - 1] ?? '';
    // The first part has nothing to stand apart from, but its own text stays.
    if (part !== '') joined += (joined === '' && at > 1 ? '' : before) + part;
  });
  return joined + (pieces.length > 1 ? (pieces.at(-1) ?? '') : '');
}
