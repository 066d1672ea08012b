import type { PullRequest } from '../model/index.ts';
import type { Proposal } from './proposal.ts';

/**
 * A place that takes pull requests. Opening the same proposal twice leaves one branch and one pull request. Throws
 * `CausewayError`s; after one, nothing is half-written.
 */
export interface Destination {
  open(proposal: Proposal): Promise<PullRequest>;
}
