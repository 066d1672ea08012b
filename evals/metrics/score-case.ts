import type { MappingCase } from '../dataset/mapping-case.ts';
import { type Truth, truthsOf } from '../dataset/truth.ts';
import { normalName } from '../matchers/baseline.ts';
import type { Prediction, Proposed } from '../matchers/matcher.ts';
import { sameTransformKind } from './transform-kind.ts';

/** A proposal that was judged. */
export interface JudgedRow {
  readonly confidence: number;
  readonly right: boolean;
}
/** Scores of one case; null where the case has nothing to judge. */
export interface CaseScore {
  readonly pairs: number;
  readonly acc1: number;
  readonly acc5: number;
  readonly mrr: number;
  readonly recallAtGt: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly hardAcc1: number | null;
  readonly transformAccuracy: number | null;
  readonly rows: readonly JudgedRow[];
}

/** Scores predictions of one case (definitions: README of evals). Null when the case has no scored target. */
export function scoreCase(mappingCase: MappingCase, predictions: readonly Prediction[]): CaseScore | null {
  const truths = truthsOf(mappingCase);
  if (truths.length === 0) return null;
  const byTarget = new Map(predictions.map((prediction) => [prediction.target, prediction]));
  const ranks = truths.map((truth) => rankOf(truth, byTarget.get(truth.target)));
  const hard = ranks.filter((_, at) => isHard(truths[at]));
  const judged = judgedProposals(mappingCase, truths, predictions);
  const right = judged.filter((one) => one.right);
  const precision = judged.length === 0 ? 0 : right.length / judged.length;
  const recall = right.length / truths.length;
  const converted = right.filter((one) => one.proposed.transform !== null);
  return {
    pairs: truths.reduce((sum, { sources }) => sum + sources.size, 0),
    acc1: share(ranks, (rank) => rank === 1),
    acc5: share(ranks, (rank) => rank <= 5),
    mrr: ranks.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length,
    recallAtGt: recallAtGt(mappingCase, truths, predictions),
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    hardAcc1: hard.length === 0 ? null : share(hard, (rank) => rank === 1),
    transformAccuracy: converted.length === 0 ? null : share(converted, (one) => one.sameTransform),
    rows: judged.map(({ proposed, right: isRight }) => ({ confidence: proposed.confidence, right: isRight })),
  };
}

function share<T>(all: readonly T[], test: (one: T) => boolean): number {
  return all.filter(test).length / all.length;
}

/** Rank of the first right source, from 1; infinite when none is ranked. */
function rankOf(truth: Truth, prediction: Prediction | undefined): number {
  const at =
    prediction?.ranked.findIndex(({ sources }) => sources.some((path) => truth.sources.has(path))) ?? -1;
  return at < 0 ? Infinity : at + 1;
}

function isHard(truth: Truth | undefined): boolean {
  return (
    truth !== undefined && ![...truth.sources].some((path) => normalName(path) === normalName(truth.target))
  );
}

function recallAtGt(
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

interface JudgedProposal {
  readonly proposed: Proposed;
  readonly right: boolean;
  readonly sameTransform: boolean;
}

/** Proposals for scored targets, and, where both sides are complete, for targets that should have stayed empty. */
function judgedProposals(
  mappingCase: MappingCase,
  truths: readonly Truth[],
  predictions: readonly Prediction[],
): JudgedProposal[] {
  const byTarget = new Map(truths.map((truth) => [truth.target, truth]));
  const complete = mappingCase.source_fields_complete && mappingCase.target_fields_complete;
  const unjudged = new Set([
    ...mappingCase.ignore_targets,
    ...mappingCase.gold.filter((row) => row.transform === 'constant').map((row) => row.target),
  ]);
  return predictions.flatMap(({ target, proposed }) => {
    const truth = byTarget.get(target);
    if (proposed === null || (truth === undefined && (!complete || unjudged.has(target)))) return [];
    const right = truth?.complete.some((wanted) => sameSet(wanted, proposed.sources)) ?? false;
    const kind = proposed.transform?.kind;
    const sameTransform =
      kind !== undefined && [...(truth?.transforms ?? [])].some((gold) => sameTransformKind(kind, gold));
    return [{ proposed, right, sameTransform }];
  });
}

function sameSet(wanted: ReadonlySet<string>, given: readonly string[]): boolean {
  return wanted.size === new Set(given).size && given.every((path) => wanted.has(path));
}
