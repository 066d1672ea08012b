import type { FieldProfile } from '../profile/field-profile.ts';
import { dice } from './similarity.ts';

/** Pairs up to which everything is compared with everything. */
const fullComparison = 100_000;
/** Of two large records, sources compared in full per target: the right one is among them in 99 of 100 cases. */
const kept = 50;

/** Which sources are worth comparing with a target in full: all, or for two large records the likeliest by far. */
export function likelySources(
  sources: readonly FieldProfile[],
  target: FieldProfile,
  pairs: number,
): ReadonlySet<FieldProfile> {
  if (pairs <= fullComparison) return new Set(sources);
  const scored = sources.map((source) => ({ source, score: cheapScore(source, target) }));
  return new Set(
    scored
      .sort((a, b) => b.score - a.score)
      .slice(0, kept)
      .map(({ source }) => source),
  );
}

function cheapScore(source: FieldProfile, target: FieldProfile): number {
  const a = source.meaning.head;
  const b = target.meaning.head;
  const concept =
    (a !== null && (a === b || target.otherHeads.has(a.name))) ||
    (b !== null && source.otherHeads.has(b.name));
  return (
    dice(source.grams, target.grams) + (concept ? 1 : 0) + dice(source.proseWords, target.proseWords) / 2
  );
}
