import type { Entity, RememberedRow } from '../../model/index.ts';
import { memoryBonus, type Recollection, Recollections } from '../memory/recollection.ts';
import { type FieldProfile, profileEntity, readingOf } from '../profile/field-profile.ts';
import { comparable } from './comparable.ts';
import { contextSignals, type ScoredPair } from './context-signals.ts';
import { LikelySources } from './likely-sources.ts';
import { type MatchModel, shippedModel } from './model.ts';
import { type Signals, signalsOf } from './signals.ts';
import { WordTable } from './word-table.ts';

export interface Candidate {
  readonly source: FieldProfile;
  readonly signals: Signals;
  readonly score: number;
  readonly confidence: number;
  /** What earlier decisions say about the pair. */
  readonly recollection: Recollection | null;
}
export interface Ranking {
  readonly target: FieldProfile;
  /** All sources (of two large records the likeliest), best first; ties in the source's field order. */
  readonly candidates: readonly Candidate[];
}

interface Scored extends ScoredPair {
  readonly signals: Signals;
}

/** Every target field with every source field ranked for it. Signals are computed once per field and pair. */
export function rankAll(
  source: Entity,
  target: Entity,
  model: MatchModel = shippedModel,
  remembered: readonly RememberedRow[] = [],
): Ranking[] {
  const memory = new Recollections(remembered, source, target);
  const reading = readingOf(source, target);
  const sources = profileEntity(source, reading);
  const targets = profileEntity(target, reading);
  const table = new WordTable([...sources, ...targets]);
  const from = sources.map((profile) => comparable(profile, table));
  const likely = new LikelySources(from, table);
  const rows = targets.map((profile) => {
    const to = comparable(profile, table);
    return Array.from(likely.of(to), (column): Scored => {
      const signals = signalsOf(from[column] ?? to, to, table);
      return { column, signals, score: model.ownScore(signals) };
    });
  });
  const contexts = contextSignals(rows, sources.map(groupOf), targets.map(groupOf));
  const recalled = rows.map((row, at) =>
    row.map(({ column }) => {
      const [s, t] = [sources[column], targets[at]];
      return s === undefined || t === undefined ? null : memory.about(s, t);
    }),
  );
  const scores = contexts.map((row, at) =>
    row.map((context, index) => model.score(context) + bonusOf(recalled[at]?.[index] ?? null).score),
  );
  const standings = standingsOf(rows, scores, sources.length);
  return targets.map((t, row) => {
    const candidates = (rows[row] ?? []).flatMap(({ column, signals }, index): Candidate[] => {
      const ranked = sources[column];
      const context = contexts[row]?.[index];
      const standing = standings[row]?.[index];
      if (ranked === undefined || context === undefined || standing === undefined) return [];
      const recollection = recalled[row]?.[index] ?? null;
      const { logOdds } = bonusOf(recollection);
      const confidence = model.confidence({ ...standing, signals, context, logOdds });
      return [{ source: ranked, signals, score: standing.score, confidence, recollection }];
    });
    return { target: t, candidates: candidates.sort((a, b) => b.score - a.score) };
  });
}

/** The path of what a field is in: siblings have the same. */
export function groupOf({ field: { path } }: FieldProfile): string {
  return path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : '';
}

/** Score, lead over the best other source, and the best other claim to the source, of every pair. */
export function standingsOf(
  rows: readonly (readonly { readonly column: number }[])[],
  scores: readonly (readonly number[])[],
  columns: number,
): { score: number; lead: number; rival: number }[][] {
  const tops = scores.map(topTwo);
  // A source is wanted elsewhere only where no other source is better.
  const claims = Array.from({ length: columns }, () => new Claims());
  for (const [row, top] of tops.entries()) {
    const column = rows[row]?.[top.at]?.column;
    if (column !== undefined) claims[column]?.add(row, top.best);
  }
  return scores.map((row, at) =>
    row.map((score, index) => ({
      score,
      lead: score - othersBest(tops[at] ?? topTwo([]), index),
      rival: (claims[rows[at]?.[index]?.column ?? -1]?.without(at) ?? floor) - score,
    })),
  );
}

/** Stands in for the score where there is no other. */
const floor = -10;

/** The best scores with which targets want a source. */
class Claims {
  #row = -1;
  #first = floor;
  #second = floor;

  add(row: number, score: number): void {
    if (score > this.#first) {
      this.#second = this.#first;
      this.#first = score;
      this.#row = row;
    } else if (score > this.#second) this.#second = score;
  }

  without(row: number): number {
    return this.#row === row ? this.#second : this.#first;
  }
}

function bonusOf(recollection: Recollection | null): { score: number; logOdds: number } {
  if (recollection === null) return { score: 0, logOdds: 0 };
  const { score, logOdds } = memoryBonus[recollection.layer];
  return recollection.verdict === 'approved' ? { score, logOdds } : { score: -score, logOdds: -logOdds };
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

/** The best score that is not at `index`. */
function othersBest(top: TopTwo, index: number): number {
  const score = top.at === index ? top.second : top.best;
  return Number.isFinite(score) ? score : floor;
}
