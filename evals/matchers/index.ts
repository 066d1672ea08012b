import { didYouMean, RequestError } from '../../tools/core/index.ts';
import { assisted } from './assisted.ts';
import { nameBaselines } from './baseline.ts';
import { causeway } from './causeway.ts';
import { coma } from './coma.ts';
import type { Matcher } from './matcher.ts';

/** The yardsticks: they run beside every matcher, on the same cases. */
export const baselines: readonly Matcher[] = [...nameBaselines, coma];
const matchers: readonly Matcher[] = [causeway, ...baselines, assisted];

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

export { assisted } from './assisted.ts';
export { causeway, causewayWith } from './causeway.ts';
export type { CasePrediction, Matcher, MatchKey, Prediction, Proposed, Ranked } from './matcher.ts';
