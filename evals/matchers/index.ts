import { didYouMean, RequestError } from '../../tools/core/index.ts';
import type { MappingCase } from '../dataset/mapping-case.ts';
import { assisted } from './assisted.ts';
import { nameBaselines } from './baseline.ts';
import { causeway } from './causeway.ts';
import { coma } from './coma.ts';
import type { Matcher } from './matcher.ts';
import { warmMatcher } from './warm.ts';

/** The yardsticks: they run beside every matcher, on the same cases. */
export const baselines: readonly Matcher[] = [...nameBaselines, coma];
const matchers: readonly Matcher[] = [causeway, ...baselines, assisted];

/** The matcher of that name; `cases` are those it is to be scored on. Throws `unknown_matcher`. */
export function findMatcher(name: string, cases: readonly MappingCase[]): Matcher {
  const all = [...matchers, warmMatcher(cases)];
  const found = all.find((matcher) => matcher.name === name);
  if (found !== undefined) return found;
  const names = all.map((matcher) => matcher.name);
  throw new RequestError(
    'unknown_matcher',
    `There is no matcher ${name}`,
    `${didYouMean(name, names)}Known: ${names.join(', ')}`,
  );
}

export { assisted } from './assisted.ts';
export { causeway, causewayWith } from './causeway.ts';
export type { CasePrediction, Matcher, MatchKey, Prediction, Proposed, Ranked } from './matcher.ts';
