import type { MappingRow } from '../../model/index.ts';
import type { FieldProfile } from '../profile/field-profile.ts';
import type { Candidate, Ranking } from '../score/rank.ts';

/** A target that the matcher is in two minds about, and the sources it may come from, best first. */
export interface DoubtfulRow {
  readonly target: FieldProfile;
  readonly candidates: readonly Candidate[];
}

/**
 * From here on a row is sure enough to leave alone, below it is not. `npm run eval` at the time of writing: at .9 and
 * above, 99 % of the first choices are right on API records and 83 % on our own cases (hard ones), so that a model that
 * errs once in ten would do harm. Below .1 an answer is among the first five once in ten to twenty targets on API
 * records: asking there costs as much as the rest and brings wrong rows. Between the two the first choice is right half
 * of the time.
 */
export const sure = 0.9;
export const hopeless = 0.1;
/** As many sources are offered for a row: those behind them are hardly ever right. */
const offered = 5;

/** The rows worth a question. `threshold`: below it nothing was proposed. */
export function doubtfulRows(
  rows: readonly MappingRow[],
  rankings: readonly Ranking[],
  threshold: number,
): DoubtfulRow[] {
  const byTarget = new Map(rows.map((row) => [row.target, row]));
  return rankings.flatMap(({ target, candidates }) => {
    const best = candidates[0];
    if (best === undefined || !isDoubtful(byTarget.get(target.field.path), best, threshold)) return [];
    return [{ target, candidates: candidates.slice(0, offered) }];
  });
}

function isDoubtful(row: MappingRow | undefined, best: Candidate, threshold: number): boolean {
  // A person's word about this very connection is no matter of doubt.
  if (best.recollection?.layer === 'connection') return false;
  // Likely, and still no row: it was refused for a reason that no opinion changes, such as an id of another record.
  if (row === undefined) return best.confidence >= hopeless && best.confidence < threshold;
  const single = row.sources.length === 1 && row.sources[0] === best.source.field.path;
  return single && row.transform.kind !== 'split' && row.confidence >= hopeless && row.confidence < sure;
}
