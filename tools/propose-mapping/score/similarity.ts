/** Jaro-Winkler similarity of two strings, 0..1. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  if (a === '' || b === '') return 0;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Uint8Array(b.length);
  const matchedA: string[] = [];
  for (let i = 0; i < a.length; i += 1) {
    for (let j = Math.max(0, i - reach); j < Math.min(b.length, i + reach + 1); j += 1) {
      if (taken[j] === 1 || a[i] !== b[j]) continue;
      taken[j] = 1;
      matchedA.push(a[i] ?? '');
      break;
    }
  }
  const matches = matchedA.length;
  if (matches === 0) return 0;
  let swaps = 0;
  let at = 0;
  for (let j = 0; j < b.length; j += 1) {
    if (taken[j] !== 1) continue;
    if (b[j] !== matchedA[at]) swaps += 1;
    at += 1;
  }
  const jaro = (matches / a.length + matches / b.length + (matches - swaps / 2) / matches) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** Dice coefficient of two sets, 0..1. */
export function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const item of small) if (large.has(item)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

const memo = new Map<string, Map<string, number>>();
let remembered = 0;

/** How near two words are: 1 equal, less for one being the beginning of the other or nearly the same letters. */
export function wordSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 3 || b.length < 3) return 0;
  if (a > b) return wordSimilarity(b, a);
  // Words come from outside: the memory has a bound.
  if (remembered > 300_000) {
    memo.clear();
    remembered = 0;
  }
  let row = memo.get(a);
  if (row === undefined) {
    row = new Map();
    memo.set(a, row);
  }
  let similarity = row.get(b);
  if (similarity === undefined) {
    similarity = a.startsWith(b) || b.startsWith(a) ? 0.7 : jaroWinkler(a, b) >= 0.92 ? 0.8 : 0;
    row.set(b, similarity);
    remembered += 1;
  }
  return similarity;
}
