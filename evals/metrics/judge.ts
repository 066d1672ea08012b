import type { MappingCase } from '../dataset/mapping-case.ts';
import type { Truth } from '../dataset/truth.ts';
import type { Prediction, Proposed } from '../matchers/matcher.ts';
import { sameTransformKind } from './transform-kind.ts';

/** A proposal with its verdict. `truth` is null for a target that should have stayed empty. */
export interface JudgedProposal {
  readonly proposed: Proposed;
  readonly truth: Truth | null;
  readonly right: boolean;
  readonly sameTransform: boolean;
}

/** Proposals for scored targets, and, where both sides are complete, for targets that should have stayed empty. */
export function judgedProposals(
  mappingCase: MappingCase,
  truths: readonly Truth[],
  predictions: readonly Prediction[],
): JudgedProposal[] {
  const byTarget = new Map(truths.map((truth) => [truth.target, truth]));
  const empty = emptyTargets(mappingCase, truths);
  return predictions.flatMap(({ target, proposed }) => {
    const truth = byTarget.get(target) ?? null;
    if (proposed === null || (truth === null && !empty.has(target))) return [];
    const right = truth?.complete.some((wanted) => sameSet(wanted, proposed.sources)) ?? false;
    const kind = proposed.transform?.kind;
    const sameTransform =
      kind !== undefined && [...(truth?.transforms ?? [])].some((gold) => sameTransformKind(kind, gold));
    return [{ proposed, truth, right, sameTransform }];
  });
}

/** Targets that should stay empty, as far as the case can say: none when a side of it is incomplete. */
export function emptyTargets(mappingCase: MappingCase, truths: readonly Truth[]): Set<string> {
  if (!mappingCase.source_fields_complete || !mappingCase.target_fields_complete) return new Set();
  const other = new Set([
    ...truths.map(({ target }) => target),
    ...mappingCase.ignore_targets,
    ...mappingCase.gold.filter((row) => row.transform === 'constant').map((row) => row.target),
  ]);
  return new Set(mappingCase.target.fields.map(({ path }) => path).filter((path) => !other.has(path)));
}

function sameSet(wanted: ReadonlySet<string>, given: readonly string[]): boolean {
  return wanted.size === new Set(given).size && given.every((path) => wanted.has(path));
}
