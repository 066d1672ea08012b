/** Comparable form of a word: `In Progress`, `in_progress` and `inProgress` are one. */
export function wordKey(value: unknown): string {
  return String(value)
    .normalize('NFKC')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ');
}
