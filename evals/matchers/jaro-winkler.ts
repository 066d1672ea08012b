/** Jaro-Winkler similarity, 0..1. The yardstick is kept apart from the product, which may change its own. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const used = new Set<number>();
  const common: string[] = [];
  for (const [i, letter] of [...a].entries()) {
    const from = Math.max(0, i - reach);
    for (let j = from; j <= Math.min(b.length - 1, i + reach); j += 1) {
      if (used.has(j) || b[j] !== letter) continue;
      used.add(j);
      common.push(letter);
      break;
    }
  }
  if (common.length === 0) return 0;
  const inB = [...used].sort((x, y) => x - y).map((j) => b[j]);
  const swaps = common.filter((letter, at) => letter !== inB[at]).length / 2;
  const m = common.length;
  const jaro = (m / a.length + m / b.length + (m - swaps) / m) / 3;
  let prefix = 0;
  while (prefix < Math.min(4, a.length, b.length) && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}
