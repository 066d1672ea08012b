import { didYouMean, RequestError } from '../../tools/core/index.ts';
import { baselines } from './baseline.ts';
import { causeway } from './causeway.ts';
import type { Matcher } from './matcher.ts';

const matchers: readonly Matcher[] = [causeway, ...baselines];

/** The matcher of that name. Throws `unknown_matcher`. */
export function findMatcher(name: string): Matcher {
  const found = matchers.find((matcher) => matcher.name === name);
  if (found !== undefined) return found;
  const names = matchers.map((matcher) => matcher.name);
  throw new RequestError(
    'unknown_matcher',
    `There is no matcher ${name}`,
    `${didYouMean(name, names)}Known: ${names.join(', ')}`,
  );
}

export { baselines } from './baseline.ts';
export type { Matcher, Prediction, Proposed, Ranked } from './matcher.ts';
