/** One value where the source is one of a list, another where it is not; nothing where it is missing. */
export function chooseAny<Match, Other>(
  value: unknown,
  list: readonly unknown[],
  match: Match,
  otherwise: Other,
): Match | Other | undefined {
  if (value === undefined) return undefined;
  return list.includes(value) ? match : otherwise;
}
