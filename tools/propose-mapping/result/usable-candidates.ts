import { parsePath } from '../../model/index.ts';
import type { FieldProfile } from '../profile/field-profile.ts';
import type { Ranking } from '../score/rank.ts';

/**
 * Rankings without the candidates that cannot work, however alike they look: a structure for a plain value, and
 * elements of another list than the one that feeds most of the target's list. Candidates below the threshold do not vote.
 */
export function usableCandidates(rankings: readonly Ranking[], threshold: number): Ranking[] {
  const plain = rankings.map(({ target, candidates }) => ({
    target,
    // A pair that a person rejected here is not proposed again.
    candidates: candidates.filter(
      ({ source, recollection }) =>
        (source.kind !== 'object' || structured(target)) &&
        !(recollection?.verdict === 'rejected' && recollection.layer === 'connection'),
    ),
  }));
  const feeding = feedingLists(plain, threshold);
  return plain.map((ranking) => {
    const wanted = feeding.get(listOf(ranking.target) ?? '');
    if (wanted === undefined) return ranking;
    const candidates = ranking.candidates.filter(({ source }) => listOf(source) === wanted);
    return { target: ranking.target, candidates };
  });
}

function structured({ kind }: FieldProfile): boolean {
  return kind === 'object' || kind === 'any';
}

/** Path of the outermost list a field is in: two lists cannot be zipped. */
function listOf({ field }: FieldProfile): string | null {
  const steps = parsePath(field.path);
  const at = steps.findIndex(({ repeated }, index) => repeated && index < steps.length - 1);
  return at < 0
    ? null
    : steps
        .slice(0, at + 1)
        .map(({ name }) => name)
        .join('.');
}

/** For each list of the target, the source list with the most confidence behind it. */
function feedingLists(rankings: readonly Ranking[], threshold: number): Map<string, string> {
  const votes = new Map<string, Map<string, number>>();
  for (const { target, candidates } of rankings) {
    const list = listOf(target);
    const best = candidates[0];
    if (list === null || best === undefined || best.confidence < threshold) continue;
    const from = listOf(best.source);
    if (from === null) continue;
    const counted = votes.get(list) ?? new Map<string, number>();
    counted.set(from, (counted.get(from) ?? 0) + best.confidence);
    votes.set(list, counted);
  }
  return new Map(
    [...votes].map(([list, counted]) => [list, [...counted].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '']),
  );
}
