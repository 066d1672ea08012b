import type { Scalar, TransformOf } from './transform.ts';

/** What a conditional answers; undefined when no source says anything. */
export function decide(
  sources: readonly unknown[],
  transform: TransformOf<'conditional'>,
): Scalar | undefined {
  const { equals, match, otherwise, anyOf = [], cases = [] } = transform;
  const [value] = sources;
  if (transform.present === true) {
    return value === undefined || value === null || value === '' ? otherwise : match;
  }
  if (value === equals || anyOf.some((one) => one === value)) return match;
  const found = cases.find((one) => sources[one.source] === one.equals);
  if (found !== undefined) return found.match;
  return sources.every((one) => one === undefined) ? undefined : otherwise;
}
