import type { Entity } from '../../model/index.ts';
import { type FieldProfile, profileEntity, readingOf } from '../profile/field-profile.ts';
import { likelySources } from './likely-sources.ts';
import { type MatchModel, shippedModel } from './model.ts';
import { Rarity } from './rarity.ts';
import { type Signals, signalsOf } from './signals.ts';

export interface Candidate {
  readonly source: FieldProfile;
  readonly signals: Signals;
  readonly score: number;
  readonly confidence: number;
}
export interface Ranking {
  readonly target: FieldProfile;
  /** All sources (of two large records the likeliest), best first; ties in the source's field order. */
  readonly candidates: readonly Candidate[];
}

interface Scored {
  readonly source: FieldProfile;
  readonly signals: Signals;
  readonly score: number;
}

/** Every target field with every source field ranked for it. Signals are computed once per field and pair. */
export function rankAll(source: Entity, target: Entity, model: MatchModel = shippedModel): Ranking[] {
  const reading = readingOf(source, target);
  const sources = profileEntity(source, reading);
  const targets = profileEntity(target, reading);
  const rarity = new Rarity([...sources, ...targets]);
  const pairs = sources.length * targets.length;
  const grid = targets.map((t) => {
    const likely = likelySources(sources, t, pairs);
    return sources.map((s): Scored | null => {
      if (!likely.has(s)) return null;
      const signals = signalsOf(s, t, rarity);
      return { source: s, signals, score: model.score(signals) };
    });
  });
  const tops = grid.map((row) => topTwo(row.map((one) => one?.score ?? -Infinity)));
  // A source is wanted elsewhere only where no other source is better.
  const bestTwo = sources.map((_, column) =>
    topTwo(grid.map((row, at) => (tops[at]?.at === column ? (row[column]?.score ?? -Infinity) : -Infinity))),
  );
  return targets.map((t, row) => {
    const scored = grid[row] ?? [];
    const top = tops[row] ?? topTwo([]);
    const candidates = scored.flatMap((one, column): Candidate[] => {
      if (one === null) return [];
      const lead = one.score - othersBest(top, column);
      const rival = othersBest(bestTwo[column] ?? top, row) - one.score;
      return [{ ...one, confidence: model.confidence({ ...one, lead, rival }) }];
    });
    return { target: t, candidates: candidates.sort((a, b) => b.score - a.score) };
  });
}

interface TopTwo {
  readonly at: number;
  readonly best: number;
  readonly second: number;
}

function topTwo(scores: readonly number[]): TopTwo {
  let at = -1;
  let best = -Infinity;
  let second = -Infinity;
  for (const [index, score] of scores.entries()) {
    if (score > best) {
      second = best;
      best = score;
      at = index;
    } else if (score > second) second = score;
  }
  return { at, best, second };
}

/** The best score that is not at `index`; a floor stands in when there is no other. */
function othersBest(top: TopTwo, index: number): number {
  const score = top.at === index ? top.second : top.best;
  return Number.isFinite(score) ? score : -10;
}
