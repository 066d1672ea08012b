import type {
  Entity,
  Field,
  Incompatibility,
  Mapping,
  MappingRow,
  RememberedRow,
  Siblings,
} from '../model/index.ts';
import {
  chooseTransform,
  foreignReference,
  incompatibilitiesOf,
  previewSample,
  valueKind,
} from '../model/index.ts';
import type { Verdicts } from './assist/verdicts.ts';
import { verdictEvidence, weighed } from './assist/weigh.ts';
import type { IgnoreList } from './ignore/ignore-list.ts';
import { ignoredRequired } from './ignore/ignored-paths.ts';
import { type RejectedBefore, rejectedBefore } from './memory/rejected-before.ts';
import type { FieldProfile } from './profile/field-profile.ts';
import { type RankedFields, rankFields } from './rank-fields.ts';
import { compose, type Proposal } from './result/compose.ts';
import { onlyWhereAsked } from './result/conditional-row.ts';
import { constantRow } from './result/constant-row.ts';
import { decidedBefore } from './result/decided-before.ts';
import { evidenceFor } from './result/evidence.ts';
import { externalIdRow } from './result/external-id.ts';
import { fitOf } from './result/fit.ts';
import { honestConfidence, type Records } from './result/honest-confidence.ts';
import { matchKeyQuestion, matchKeysOf } from './result/match-keys.ts';
import { stampsOf } from './result/stamps.ts';
import { suggestionsFor } from './result/suggestions.ts';
import { areTwoSystems } from './result/system-given.ts';
import { leaveToTarget } from './result/target-owned.ts';
import { unmappedRequired } from './result/unmapped-required.ts';
import type { MatchModel } from './score/model.ts';
import type { Candidate, Ranking } from './score/rank.ts';

/** A proposed mapping before it is tied to artifacts, and how well the two records fit (0..1). */
export interface MatchResult {
  readonly mapping: Omit<Mapping, 'source' | 'target'>;
  readonly fit: number;
}

/** Proposes a row for every writable target field that has a source good enough. Pure and deterministic. */
export function matchEntities(
  source: Entity,
  target: Entity,
  model?: MatchModel,
  remembered?: readonly RememberedRow[],
  ignored?: readonly IgnoreList[],
): MatchResult {
  return mappingOf(rankFields(source, target, model, remembered, ignored));
}

/** The mapping that these rankings make, with what a model said of doubtful rows weighed in. */
export function mappingOf(ranked: RankedFields, verdicts: Verdicts = new Map()): MatchResult {
  const { source, target, model, remembered, ignore, sources, targets } = ranked;
  const rankings = weighed(ranked.usable, verdicts);
  const rejected = rejectedBefore(remembered, source, target);
  const stamped = ignore.sources.includes(source.idField ?? '') ? null : externalIdRow(source, target);
  const context: Context = {
    threshold: model.threshold,
    wholeNames: placedNames(rankings),
    typed: source.fields.some((field) => valueKind(field) === 'date'),
    twoSystems: areTwoSystems(source, target),
    decided: decidedBefore(remembered, source, target, rankings),
    rejected,
    verdicts,
    siblings: { source: source.fields, target: target.fields },
    targets: rankings.map((ranking) => ranking.target),
  };
  const made: MappingRow[] = [];
  const incompatibilities: Incompatibility[] = [];
  for (const ranking of rankings) {
    const one =
      stamped?.target === ranking.target.field.path && !rejected(stamped.target, stamped.sources)
        ? { row: stamped, problems: [] }
        : rowFor(ranking, context);
    const row = one.row ?? constantRow(ranking.target.field);
    if (row !== null) made.push(row);
    incompatibilities.push(...one.problems);
  }
  const mapped = new Set(made.map((row) => row.target));
  const used = new Set(made.flatMap((row) => row.sources));
  const byTarget = new Map(rankings.map((ranking) => [ranking.target.field.path, ranking]));
  const rows = made.map((row) =>
    leaveToTarget(
      onlyWhereAsked(row, made, source, target),
      byTarget.get(row.target)?.target,
      source,
      target,
    ),
  );
  const matchKeys = matchKeysOf(source, target, rows);
  const missing = [
    ...unmappedRequired(targets, mapped, byTarget),
    ...ignoredRequired(target, ignore.targets),
  ];
  return {
    mapping: {
      rows,
      matchKeys,
      unmappedRequired: missing,
      suggestions: suggestionsFor(ranked.rankings, mapped, new Set(missing.map(({ target: path }) => path))),
      unmappedTargets: targets.map(({ path }) => path).filter((path) => !mapped.has(path)),
      unusedSources: sources.map(({ path }) => path).filter((path) => !used.has(path)),
      incompatibilities,
      matchKeyQuestion: matchKeyQuestion(source, target, rows, matchKeys),
      conflictRule: 'source',
      stamps: stampsOf(source, target),
      ignore,
    },
    fit: fitOf(source, target, targets, rows),
  };
}

interface Made {
  readonly row: MappingRow | null;
  readonly problems: readonly Incompatibility[];
}

interface Context extends Records {
  /** Rows of several sources that were taken before. */
  readonly decided: ReadonlyMap<string, Proposal>;
  readonly rejected: RejectedBefore;
  readonly verdicts: Verdicts;
  /** Below this confidence nothing is proposed. */
  readonly threshold: number;
  /** Names that have a field of their own in the target: no need to take them apart. */
  readonly wholeNames: ReadonlySet<string>;
  /** All fields of both records: some conversions need a neighbour. */
  readonly siblings: Siblings;
  readonly targets: readonly FieldProfile[];
}

function placedNames(rankings: readonly Ranking[]): Set<string> {
  return new Set(
    rankings.flatMap(({ candidates: [best] }) =>
      best !== undefined && best.confidence >= 0.8 ? [best.source.field.path] : [],
    ),
  );
}

function rowFor(ranking: Ranking, context: Context): Made {
  const { target, candidates } = ranking;
  const best = candidates[0];
  const settled = best?.recollection?.layer === 'connection' && best.recollection.verdict === 'approved';
  const composed = settled
    ? null
    : (context.decided.get(target.field.path) ?? composedAnew(ranking, context));
  const needless =
    composed?.transform?.kind === 'split' &&
    composed.transform.part?.endsWith('-name') === true &&
    composed.sources.some(({ field }) => context.wholeNames.has(field.path));
  // A whole for a part, or a part for the whole, is wrong however well it fits.
  const instead = best !== undefined && composed?.sources.includes(best.source) === true;
  if (composed !== null && !needless && (instead || composed.confidence > (best?.confidence ?? 0))) {
    const sources = composed.sources.map(({ field }) => field);
    const transform = composed.transform ?? { kind: 'rename' as const };
    const row = makeRow(target.field, sources, transform, composed.confidence, candidates);
    const problems = sources.flatMap((field) => incompatibilitiesOf(field, target.field, transform));
    return { row: { ...row, evidence: [...(composed.evidence ?? [])] }, problems };
  }
  const confidence = best === undefined ? 0 : honestConfidence(best, target, context);
  if (best === undefined || confidence < context.threshold) return { row: null, problems: [] };
  const foreign = foreignReference(best.source.field, target.field);
  if (foreign !== null) return { row: null, problems: [foreign] };
  const transform =
    best.recollection?.transform ?? chooseTransform(best.source.field, target.field, context.siblings);
  const row = makeRow(target.field, [best.source.field], transform, round(confidence), candidates);
  return {
    row: {
      ...row,
      evidence: [
        ...evidenceFor(best, target),
        ...verdictEvidence(context.verdicts.get(target.field.path), row.sources),
      ],
    },
    problems: incompatibilitiesOf(best.source.field, target.field, transform),
  };
}

/** Put together from parts, unless a person rejected just that. */
function composedAnew(ranking: Ranking, { targets, rejected }: Context): Proposal | null {
  const composed = compose(ranking, targets);
  const paths = composed?.sources.map(({ field }) => field.path) ?? [];
  return rejected(ranking.target.field.path, paths) ? null : composed;
}

function makeRow(
  target: Field,
  sources: readonly Field[],
  transform: MappingRow['transform'],
  confidence: number,
  candidates: readonly Candidate[],
): MappingRow {
  const paths = sources.map(({ path }) => path);
  return {
    target: target.path,
    sources: paths,
    transform,
    confidence,
    evidence: [],
    alternatives: alternativesTo(paths, confidence, target, candidates),
    status: 'proposed',
    sample: previewSample(sources, transform),
  };
}

/** The next best, in order: none likelier than the one before it, nor than what the row's confidence leaves over. */
function alternativesTo(
  taken: readonly string[],
  confidence: number,
  target: Field,
  candidates: readonly Candidate[],
): MappingRow['alternatives'] {
  let most = Math.max(0.01, 1 - confidence);
  return candidates
    .filter(({ source, confidence: own }) => !taken.includes(source.field.path) && own >= 0.01)
    .slice(0, 5)
    .map((candidate) => {
      most = Math.min(most, candidate.confidence);
      return {
        sources: [candidate.source.field.path],
        transform: chooseTransform(candidate.source.field, target),
        confidence: round(most),
      };
    });
}

/** Two decimals would be honest; three keep the order of rows apart. */
function round(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
