import type { MappingCase } from '../dataset/mapping-case.ts';
import { truthsOf } from '../dataset/truth.ts';
import type { CasePrediction, MatchKey } from '../matchers/matcher.ts';
import { type AbstentionCounts, countAbstention } from './abstention.ts';
import { emptyTargets, judgedProposals } from './judge.ts';
import { isHard, rankOf, recallAtGt } from './ranks.ts';
import { countKinds, type KindCounts } from './transform-table.ts';

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
  readonly easyAcc1: number | null;
  readonly transformAccuracy: number | null;
  /** 1: the first proposed match key is right. Null: the case or the matcher says nothing of match keys. */
  readonly matchKeyAccuracy: number | null;
  readonly transforms: KindCounts;
  readonly abstention: AbstentionCounts;
  readonly rows: readonly JudgedRow[];
}

/** Scores predictions of one case (definitions: README of evals). Null when the case has no scored target. */
export function scoreCase(mappingCase: MappingCase, predicted: CasePrediction): CaseScore | null {
  const truths = truthsOf(mappingCase);
  if (truths.length === 0) return null;
  const predictions = predicted.targets;
  const byTarget = new Map(predictions.map((prediction) => [prediction.target, prediction]));
  const ranked = truths.map((truth) => ({
    rank: rankOf(truth, byTarget.get(truth.target)),
    hard: isHard(truth),
  }));
  const judged = judgedProposals(mappingCase, truths, predictions);
  const right = judged.filter((one) => one.right);
  const precision = judged.length === 0 ? 0 : right.length / judged.length;
  const recall = right.length / truths.length;
  return {
    pairs: truths.reduce((sum, { sources }) => sum + sources.size, 0),
    acc1: share(ranked, ({ rank }) => rank === 1) ?? 0,
    acc5: share(ranked, ({ rank }) => rank <= 5) ?? 0,
    mrr: ranked.reduce((sum, { rank }) => sum + 1 / rank, 0) / ranked.length,
    recallAtGt: recallAtGt(mappingCase, truths, predictions),
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    hardAcc1: share(
      ranked.filter(({ hard }) => hard),
      ({ rank }) => rank === 1,
    ),
    easyAcc1: share(
      ranked.filter(({ hard }) => !hard),
      ({ rank }) => rank === 1,
    ),
    transformAccuracy: share(
      right.filter((one) => one.proposed.transform !== null),
      (one) => one.sameTransform,
    ),
    matchKeyAccuracy: matchKeyAccuracy(mappingCase, predicted.matchKeys),
    transforms: countKinds(truths, judged),
    abstention: countAbstention(truths, emptyTargets(mappingCase, truths), predictions),
    rows: judged.map(({ proposed, right: isRight }) => ({ confidence: proposed.confidence, right: isRight })),
  };
}

/** Null without members. */
function share<T>(all: readonly T[], test: (one: T) => boolean): number | null {
  return all.length === 0 ? null : all.filter(test).length / all.length;
}

function matchKeyAccuracy(
  { match_keys: wanted = [] }: MappingCase,
  given: readonly MatchKey[] | null,
): number | null {
  if (wanted.length === 0 || given === null) return null;
  const [first] = given;
  return wanted.some((key) => key.source === first?.source && key.target === first.target) ? 1 : 0;
}
