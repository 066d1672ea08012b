import type { MappingCase } from '../dataset/mapping-case.ts';
import type { Truth } from '../dataset/truth.ts';
import { normalName } from '../matchers/baseline.ts';
import type { Prediction } from '../matchers/matcher.ts';

/** Rank of the first right source, from 1; infinite when none is ranked. */
export function rankOf(truth: Truth, prediction: Prediction | undefined): number {
  const at =
    prediction?.ranked.findIndex(({ sources }) => sources.some((path) => truth.sources.has(path))) ?? -1;
  return at < 0 ? Infinity : at + 1;
}

/** No right source has the target's name, as letters and digits go. */
export function isHard(truth: Truth): boolean {
  return ![...truth.sources].some((path) => normalName(path) === normalName(truth.target));
}

/** Of the n highest-ranked pairs of a case, n being its number of right pairs, the share that is right. */
export function recallAtGt(
  mappingCase: MappingCase,
  truths: readonly Truth[],
  predictions: readonly Prediction[],
): number {
  const ignored = new Set(mappingCase.ignore_targets);
  const gold = new Map(truths.map((truth) => [truth.target, truth.sources]));
  const size = truths.reduce((sum, { sources }) => sum + sources.size, 0);
  const top = predictions
    .filter(({ target }) => !ignored.has(target))
    .flatMap(({ target, ranked }) =>
      ranked.map(({ sources, confidence }) => ({ target, confidence, path: sources[0] ?? '' })),
    )
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, size);
  return top.filter(({ target, path }) => gold.get(target)?.has(path) === true).length / size;
}
