/**
 * Whether a path is as a pattern says: `*` stands for any letters, dots included; all else for itself. Works piece by
 * piece, so that no pattern takes longer than its length times the path's.
 */
export function isLike(path: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return path === pattern;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return path.length - last.length >= at && path.endsWith(last);
}
