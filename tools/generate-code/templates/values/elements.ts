/** The elements of a list; a single value is a list of one. */
export function elements(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
