import { RequestError } from '../../tools/core/index.ts';
import { MatchModel } from '../../tools/propose-mapping/index.ts';
import type { Dataset } from '../dataset/load-datasets.ts';
import type { MappingCase } from '../dataset/mapping-case.ts';
import { causewayWith, type Matcher } from '../matchers/index.ts';
import { type CaseQuestions, collect } from '../train/collect.ts';
import { fitFigures } from '../train/fit-figures.ts';
import { foldsBy } from '../train/folds.ts';

export const splitNames = ['lopo', 'loso'] as const;
/** What is held out together: all cases of a provider, or a whole dataset. */
export type Split = (typeof splitNames)[number];

/** Providers are held out in groups: one by one would take several times as long and say the same. */
const groups = 10;
/** The calibration's own groups, inside what is not held out. */
const innerGroups = 5;

/**
 * The product's matcher with figures that were fitted, ranking and calibration alike, without the case's provider
 * (`lopo`) or dataset (`loso`). `questions` are those of the datasets, in their order. Throws `one_dataset` or
 * `too_few_providers`.
 */
export function heldOutMatcher(
  datasets: readonly Dataset[],
  split: Split,
  questions: readonly CaseQuestions[] = collect(datasets),
): Matcher {
  const cases = datasets.flatMap((one) => one.cases);
  const asked = cases.flatMap((mappingCase, at) => {
    const one = questions[at];
    return one === undefined ? [] : [{ mappingCase, one }];
  });
  const models = new Map<MappingCase, MatchModel>();
  for (const part of partsOf(asked, split)) {
    const held = new Set(part);
    const others = asked.filter((each) => !held.has(each)).map(({ one }) => one);
    const model = new MatchModel(fitFigures(others, innerGroups, 'held out'));
    for (const { mappingCase } of part) models.set(mappingCase, model);
  }
  return causewayWith((mappingCase) => {
    const model = models.get(mappingCase);
    if (model === undefined) throw new Error(`No figures were fitted without ${mappingCase.id}`);
    return model;
  });
}

function partsOf<T extends { readonly one: CaseQuestions }>(asked: readonly T[], split: Split): T[][] {
  if (split === 'lopo') return foldsBy(asked, ({ one }) => one.provider, groups);
  const parts = foldsBy(asked, ({ one }) => one.dataset, Infinity);
  if (parts.length > 1) return parts;
  throw new RequestError(
    'one_dataset',
    'Leaving out a whole dataset needs another to learn from',
    'Give the folders of at least two datasets, or use --splits lopo',
  );
}
