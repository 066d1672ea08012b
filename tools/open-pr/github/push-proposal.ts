import { RefusedError } from '../../core/index.ts';
import { commitProposal, type Git, GitFailure, type ProposalCommit } from '../git/index.ts';
import type { Proposal } from '../proposal.ts';
import { gitProblem } from './git-problem.ts';
import { fetchHeads } from './remote.ts';

/**
 * Brings the branch on GitHub to the proposal, never by force. When somebody else was faster, it looks again once,
 * then gives up with `branch_moved`.
 */
export async function pushProposal(
  git: Git,
  proposal: Proposal,
  { repo, base }: { readonly repo: string; readonly base: string },
): Promise<ProposalCommit> {
  try {
    return (
      (await attempt(git, proposal, repo, base)) ??
      (await attempt(git, proposal, repo, base)) ??
      moved(proposal)
    );
  } catch (error) {
    throw error instanceof GitFailure ? gitProblem(error, repo, proposal.branch) : error;
  }
}

/** Null when the branch moved between looking and pushing. */
async function attempt(
  git: Git,
  proposal: Proposal,
  repo: string,
  base: string,
): Promise<ProposalCommit | null> {
  const made = await commitProposal(git, proposal, await fetchHeads(git, repo, base, proposal.branch));
  if (!made.changed) return made;
  try {
    await git.run([
      'push',
      '--quiet',
      '--no-verify',
      'origin',
      `${made.commit}:refs/heads/${proposal.branch}`,
    ]);
    return made;
  } catch (error) {
    if (error instanceof GitFailure && lostRace.test(error.message)) return null;
    throw error;
  }
}

/** Said by our git, or by the server when the ref moved while it was receiving. */
const lostRace =
  /\[rejected\]|\[remote rejected\].*\((?:cannot lock ref|failed to update ref|reference already exists)/;

function moved({ branch }: Proposal): never {
  throw new RefusedError(
    'branch_moved',
    `Branch ${branch} keeps being changed by somebody else`,
    'Wait until they are done, then run the command again',
  );
}
