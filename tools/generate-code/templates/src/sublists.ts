/**
 * Names the lists of this record that its write replaces, as a query parameter. Without it the API adds our lines to
 * those that are there, once more with every write.
 */
export function replacing(record: object, lists: readonly string[]): Record<string, string> {
  const held = lists.filter((name) => Object.hasOwn(record, name));
  return held.length === 0 ? {} : { replace: held.join(',') };
}
