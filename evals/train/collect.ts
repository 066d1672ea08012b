import { rankAll } from '../../tools/propose-mapping/index.ts';
import type { Dataset } from '../dataset/load-datasets.ts';
import type { MappingCase } from '../dataset/mapping-case.ts';
import { toEntity } from '../dataset/to-entity.ts';
import { truthsOf } from '../dataset/truth.ts';

/** All sources of one target, as signal vectors; `right` marks the right ones (none: nothing fits). */
export interface Question {
  readonly target: string;
  readonly vectors: readonly Float64Array[];
  readonly sources: readonly string[];
  readonly right: readonly boolean[];
  /** Whether a proposal is judged: unanswered targets of incomplete cases are not. */
  readonly judged: boolean;
}
export interface CaseQuestions {
  readonly dataset: string;
  readonly provider: string;
  readonly questions: readonly Question[];
}

/** Turns cases into training questions. */
export function collect(datasets: readonly Dataset[]): CaseQuestions[] {
  return datasets.flatMap(({ name, cases }) =>
    cases.map((one) => ({
      dataset: name,
      provider: one.source.system.startsWith('unified') ? one.target.system : one.source.system,
      questions: questionsOf(one),
    })),
  );
}

function questionsOf(one: MappingCase): Question[] {
  const truths = new Map(truthsOf(one).map((truth) => [truth.target, truth]));
  const ignored = new Set(one.ignore_targets);
  const constants = new Set(one.gold.filter(({ source }) => source.length === 0).map(({ target }) => target));
  const order = new Map(one.source.fields.map(({ path }, at) => [path, at]));
  return rankAll(toEntity(one.source), toEntity(one.target))
    .filter(({ target }) => !ignored.has(target.field.path))
    .map(({ target, candidates }) => {
      const truth = truths.get(target.field.path);
      const sorted = [...candidates].sort(
        (a, b) => (order.get(a.source.field.path) ?? 0) - (order.get(b.source.field.path) ?? 0),
      );
      return {
        target: target.field.path,
        vectors: sorted.map(({ signals }) => signals),
        sources: sorted.map(({ source }) => source.field.path),
        right: sorted.map(({ source }) => truth?.sources.has(source.field.path) ?? false),
        judged:
          truth !== undefined ||
          (one.target_fields_complete && one.source_fields_complete && !constants.has(target.field.path)),
      };
    });
}
