/** One value where the source holds anything, another where it does not. */
export function choosePresent<Match, Other>(value: unknown, match: Match, otherwise: Other): Match | Other {
  return value === undefined || value === null || value === '' ? otherwise : match;
}
