import type { Evidence, Transform } from '../../model/index.ts';
import type { FieldProfile } from '../profile/field-profile.ts';
import type { Ranking } from '../score/rank.ts';
import { composeName } from './compose-name.ts';
import { composeStatus } from './compose-status.ts';
import { composeStreet } from './compose-street.ts';
import { splitAddress } from './split-address.ts';

/** A proposal for one target that more than one field makes, or that is only a part of its source. */
export interface Proposal {
  readonly sources: readonly FieldProfile[];
  /** That all sources and the way they are put together are right. */
  readonly confidence: number;
  /** Null: chosen by the fields' types. */
  readonly transform: Transform | null;
  readonly evidence: readonly Evidence[] | null;
}

/**
 * The likeliest way to put the target together from parts, or to take it out of a whole; null without one. `targets`:
 * all fields of the target record.
 */
export function compose(ranking: Ranking, targets: readonly FieldProfile[]): Proposal | null {
  const proposals = [composeName, composeStreet, composeStatus, splitAddress]
    .map((make) => make(ranking, targets))
    .filter((proposal) => proposal !== null);
  return proposals.sort((a, b) => b.confidence - a.confidence)[0] ?? null;
}
