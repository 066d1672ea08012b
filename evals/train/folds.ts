/**
 * Splits items into at most `most` folds, keeping those of one key together. Keys are dealt out in their order, so the
 * same items give the same folds whatever their order.
 */
export function foldsBy<T>(items: readonly T[], keyOf: (item: T) => string, most: number): T[][] {
  const keys = [...new Set(items.map(keyOf))].sort();
  const foldOf = new Map(keys.map((key, at) => [key, at % most]));
  const folds: T[][] = Array.from({ length: Math.min(most, keys.length) }, () => []);
  for (const item of items) folds[foldOf.get(keyOf(item)) ?? 0]?.push(item);
  return folds;
}
