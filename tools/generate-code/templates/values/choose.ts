/** One value where the source equals something, another where it does not; nothing where it is missing. */
export function choose<Match, Other>(
  value: unknown,
  equals: unknown,
  match: Match,
  otherwise: Other,
): Match | Other | undefined {
  if (value === undefined) return undefined;
  return value === equals ? match : otherwise;
}
