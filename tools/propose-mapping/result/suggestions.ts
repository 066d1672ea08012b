import type { Mapping } from '../../model/index.ts';
import type { Ranking } from '../score/rank.ts';

/** From here on the best source of a field without a row is worth a person's look: about one in three is right. */
const worthALook = 0.2;
/** The others that are named beside it. */
const worthNaming = 0.1;
const mostNamed = 5;
/** More would not be read. */
const mostTargets = 30;

/** Fields without a row that a source may feed all the same, likeliest first. What must be filled is listed elsewhere. */
export function suggestionsFor(
  rankings: readonly Ranking[],
  mapped: ReadonlySet<string>,
  required: ReadonlySet<string>,
): NonNullable<Mapping['suggestions']> {
  return rankings
    .filter(({ target: { field } }) => !mapped.has(field.path) && !required.has(field.path))
    .map(({ target, candidates }) => ({
      target: target.field.path,
      candidates: candidates
        .filter(({ confidence }) => confidence >= worthNaming)
        .toSorted((a, b) => b.confidence - a.confidence)
        .slice(0, mostNamed)
        .map(({ source, confidence }) => ({ source: source.field.path, confidence })),
    }))
    .filter(({ candidates: [best] }) => best !== undefined && best.confidence >= worthALook)
    .toSorted((a, b) => (b.candidates[0]?.confidence ?? 0) - (a.candidates[0]?.confidence ?? 0))
    .slice(0, mostTargets);
}
