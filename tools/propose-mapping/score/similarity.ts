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

/** Letters of a word as bits: words that share few letters are told apart at once. */
export function letterBits(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

/** Words from this Jaro-Winkler similarity on are nearly the same letters. */
const nearly = 0.92;

/** How near two words with these `letterBits` are: 1 equal, less for one being the beginning of the other or nearly the same letters. */
export function wordSimilarity(a: string, b: string, lettersOfA: number, lettersOfB: number): number {
  if (a === b) return 1;
  if (a.length < 3 || b.length < 3) return 0;
  const sameStart = a.charCodeAt(0) === b.charCodeAt(0);
  if (sameStart && (a.startsWith(b) || b.startsWith(a))) return 0.7;
  if (mostJaroWinkler(a, b, lettersOfA, lettersOfB, sameStart) < nearly) return 0;
  return jaroWinkler(a, b) >= nearly ? 0.8 : 0;
}

/** What the Jaro-Winkler similarity is at most, from how many letters each has that the other has not. */
function mostJaroWinkler(a: string, b: string, bitsA: number, bitsB: number, sameStart: boolean): number {
  const matches = Math.min(a.length - ones(bitsA & ~bitsB), b.length - ones(bitsB & ~bitsA));
  if (matches <= 0) return 0;
  const jaro = (matches / a.length + matches / b.length + 1) / 3;
  return sameStart ? jaro + 0.4 * (1 - jaro) : jaro;
}

function ones(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
