import type { Evidence } from '../../model/index.ts';
import type { Candidate, Ranking } from '../score/rank.ts';
import { sure } from './doubtful-rows.ts';
import type { Sureness, Verdict, Verdicts } from './verdicts.ts';

/**
 * Log odds that a model's word adds to the source it takes and takes from the others it was offered: those of being
 * right .82, .70 and .57 of the time. They are a prior, not a measurement: published re-rankers lift a matcher's MRR
 * from .66 to .76 by such a choice, and a model errs where we err, since it reads the same names, so it gets less than
 * it would say of itself. `npm run eval -- --matcher assisted` measures it where there is a key.
 */
const weights: Readonly<Record<Sureness, number>> = { high: 1.5, medium: 0.85, low: 0.3 };

/**
 * No row gets higher than this by a model's word, unless it was there before: at `sure` rows begin to pass without a
 * person, and the calibration there was measured without a model.
 */
const highest = sure - 0.01;

/**
 * Rankings with the verdicts weighed in: log odds added to the calibrated confidence, which is what the calibration does
 * with any other input. Ranked anew by confidence where there is a verdict; all else is left as it is.
 */
export function weighed(rankings: readonly Ranking[], verdicts: Verdicts): Ranking[] {
  return rankings.map((ranking) => {
    const verdict = verdicts.get(ranking.target.field.path);
    if (verdict === undefined) return ranking;
    const candidates = ranking.candidates
      .map((candidate) => ({ ...candidate, confidence: weighedConfidence(candidate, verdict) }))
      .sort((a, b) => b.confidence - a.confidence);
    return { target: ranking.target, candidates };
  });
}

function weighedConfidence({ source, confidence }: Candidate, verdict: Verdict): number {
  const { path } = source.field;
  if (!verdict.offered.includes(path)) return confidence;
  const weight = weights[verdict.sure];
  const odds = Math.log(confidence / (1 - confidence)) + (verdict.pick === path ? weight : -weight);
  const after = 1 / (1 + Math.exp(-odds));
  return after <= confidence ? after : Math.max(confidence, Math.min(highest, after));
}

/** What the model said about a row with these sources, in plain words; nothing where it was not asked. */
export function verdictEvidence(verdict: Verdict | undefined, sources: readonly string[]): Evidence[] {
  if (verdict === undefined) return [];
  const surely = { high: 'and is sure', medium: 'and is fairly sure', low: 'but is not sure' }[verdict.sure];
  const speaksFor = sources.length === 1 && sources[0] === verdict.pick;
  const says = speaksFor
    ? `a model that was asked takes this source too, ${surely}`
    : verdict.pick === null
      ? `a model that was asked takes none of the likely sources, ${surely}`
      : `a model that was asked takes ${verdict.pick} instead, ${surely}`;
  return [{ signal: 'model', says, for: speaksFor }];
}
