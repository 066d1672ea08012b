/** The elements of a list, lists inside it opened; a single value is a list of one. */
export function elements(value: unknown): readonly unknown[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.flat(Number.POSITIVE_INFINITY);
}
