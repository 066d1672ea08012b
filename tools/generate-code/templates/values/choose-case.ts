/** The answer of the first case whose value is as it asks, else `otherwise`; nothing where all values are missing. */
export function chooseCase(
  values: readonly unknown[],
  cases: readonly (readonly [value: unknown, equals: unknown, answer: unknown])[],
  otherwise: unknown,
): unknown {
  const found = cases.find(([value, equals]) => value === equals);
  if (found !== undefined) return found[2];
  return values.every((value) => value === undefined) ? undefined : otherwise;
}
