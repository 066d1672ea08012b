import type { Entity, Field, Mapping, RememberedRow } from '../model/index.ts';
import type { IgnoreList } from './ignore/ignore-list.ts';
import { ignoredPaths } from './ignore/ignored-paths.ts';
import { sourceFields, targetFields } from './result/target-fields.ts';
import { usableCandidates } from './result/usable-candidates.ts';
import { type MatchModel, shippedModel } from './score/model.ts';
import { type Ranking, rankAll } from './score/rank.ts';

/** The fields of two records that a mapping is about, with the sources of each target ranked. */
export interface RankedFields {
  readonly source: Entity;
  readonly target: Entity;
  readonly model: MatchModel;
  readonly remembered: readonly RememberedRow[];
  readonly ignore: NonNullable<Mapping['ignore']>;
  readonly sources: readonly Field[];
  readonly targets: readonly Field[];
  /** Of every source, best first. */
  readonly rankings: readonly Ranking[];
  /** Of the sources that can be used, best first. */
  readonly usable: readonly Ranking[];
}

/** Ranks the sources of every field that can be written. Pure and deterministic. */
export function rankFields(
  source: Entity,
  target: Entity,
  model: MatchModel = shippedModel,
  remembered: readonly RememberedRow[] = [],
  ignored: readonly IgnoreList[] = [],
): RankedFields {
  const ignore = ignoredPaths(source, target, ignored);
  const targets = targetFields(target).filter(({ path }) => !ignore.targets.includes(path));
  const sources = sourceFields(source).filter(({ path }) => !ignore.sources.includes(path));
  const rankings = rankAll({ ...source, fields: sources }, { ...target, fields: targets }, model, remembered);
  const usable = usableCandidates(rankings, model.threshold);
  return { source, target, model, remembered, ignore, sources, targets, rankings, usable };
}
