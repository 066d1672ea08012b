import type { Truth } from '../dataset/truth.ts';
import type { Prediction } from '../matchers/matcher.ts';

/** Counts of one case. */
export interface AbstentionCounts {
  readonly empty: number;
  readonly leftEmpty: number;
  readonly answered: number;
  readonly wronglyEmpty: number;
}
/** How well a matcher keeps silent, over all targets of a dataset together; shares are null without targets. */
export interface Abstention {
  /** Targets that should stay empty. */
  readonly empty: number;
  /** Share of them that was left empty. */
  readonly leftEmpty: number | null;
  /** Targets that have an answer. */
  readonly answered: number;
  /** Share of them that was left empty all the same. */
  readonly wronglyEmpty: number | null;
}

export function countAbstention(
  truths: readonly Truth[],
  empty: ReadonlySet<string>,
  predictions: readonly Prediction[],
): AbstentionCounts {
  const proposed = new Set(predictions.filter((one) => one.proposed !== null).map(({ target }) => target));
  return {
    empty: empty.size,
    leftEmpty: [...empty].filter((target) => !proposed.has(target)).length,
    answered: truths.length,
    wronglyEmpty: truths.filter(({ target }) => !proposed.has(target)).length,
  };
}

export function abstention(cases: readonly AbstentionCounts[]): Abstention {
  const total = (key: keyof AbstentionCounts) => cases.reduce((sum, counts) => sum + counts[key], 0);
  const share = (part: number, whole: number) =>
    whole === 0 ? null : Math.round((part / whole) * 1e4) / 1e4;
  const empty = total('empty');
  const answered = total('answered');
  return {
    empty,
    leftEmpty: share(total('leftEmpty'), empty),
    answered,
    wronglyEmpty: share(total('wronglyEmpty'), answered),
  };
}
