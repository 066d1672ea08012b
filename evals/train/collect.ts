import { groupOf, rankAll } from '../../tools/propose-mapping/index.ts';
import type { Dataset } from '../dataset/load-datasets.ts';
import type { MappingCase } from '../dataset/mapping-case.ts';
import { providerOf } from '../dataset/provider.ts';
import { toEntity } from '../dataset/to-entity.ts';
import { truthsOf } from '../dataset/truth.ts';

/** All sources of one target, as signal vectors; `right` marks the right ones (none: nothing fits). */
export interface Question {
  readonly target: string;
  /** The path of the target's parent. */
  readonly group: string;
  readonly vectors: readonly Float64Array[];
  /** Per vector the index of its source in the case. */
  readonly columns: readonly number[];
  readonly right: readonly boolean[];
  /** Whether a proposal is judged: unanswered targets of incomplete cases are not. */
  readonly judged: boolean;
}
export interface CaseQuestions {
  readonly dataset: string;
  readonly provider: string;
  /** The paths of the sources, and of their parents. */
  readonly sources: readonly string[];
  readonly sourceGroups: readonly string[];
  readonly questions: readonly Question[];
}

/** Turns cases into training questions. */
export function collect(datasets: readonly Dataset[]): CaseQuestions[] {
  return datasets.flatMap(({ name, cases }) => cases.map((one) => questionsOf(name, one)));
}

function questionsOf(dataset: string, one: MappingCase): CaseQuestions {
  const truths = new Map(truthsOf(one).map((truth) => [truth.target, truth]));
  const ignored = new Set(one.ignore_targets);
  const constants = new Set(one.gold.filter(({ source }) => source.length === 0).map(({ target }) => target));
  const sources = one.source.fields.map(({ path }) => path);
  const order = new Map(sources.map((path, at) => [path, at]));
  const groups = new Map<string, string>();
  const questions = rankAll(toEntity(one.source), toEntity(one.target)).map(({ target, candidates }) => {
    const truth = truths.get(target.field.path);
    const sorted = [...candidates].sort(
      (a, b) => (order.get(a.source.field.path) ?? 0) - (order.get(b.source.field.path) ?? 0),
    );
    for (const { source } of sorted) groups.set(source.field.path, groupOf(source));
    return {
      target: target.field.path,
      group: groupOf(target),
      vectors: sorted.map(({ signals }) => signals),
      columns: sorted.map(({ source }) => order.get(source.field.path) ?? 0),
      right: sorted.map(({ source }) => truth?.sources.has(source.field.path) ?? false),
      judged:
        !ignored.has(target.field.path) &&
        (truth !== undefined ||
          (one.target_fields_complete && one.source_fields_complete && !constants.has(target.field.path))),
    };
  });
  return {
    dataset,
    provider: providerOf(one),
    sources,
    sourceGroups: sources.map((path) => groups.get(path) ?? ''),
    questions,
  };
}
