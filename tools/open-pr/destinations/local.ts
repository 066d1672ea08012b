import type { ToolContext } from '../../core/index.ts';
import type { PullRequest } from '../../model/index.ts';
import { withEdits } from '../body/with-edits.ts';
import type { Destination } from '../destination.ts';
import { commitProposal } from '../git/index.ts';
import { commitOf, findBase } from '../local/find-base.ts';
import { lostRace, moveBranch, refuseCheckedOut, writeProblem } from '../local/move-branch.ts';
import { openRepository } from '../local/open-repository.ts';
import { refuseDirtyPath } from '../local/refuse-dirty-path.ts';
import { writeBodyFile } from '../local/write-body-file.ts';
import type { Proposal } from '../proposal.ts';

/**
 * A repository on this machine: the commit goes on the proposal's branch, the text into a file outside the work tree.
 * The user's files, index and current branch stay as they are. When somebody else moved the branch meanwhile, it
 * looks again once, then gives up with `branch_moved`.
 */
export function localDestination(path: string, context: ToolContext): Destination {
  return {
    async open(proposal) {
      try {
        return await openLocally(path, proposal, context).catch((error: unknown) => {
          if (lostRace(error)) return openLocally(path, proposal, context);
          throw error;
        });
      } catch (error) {
        throw writeProblem(error, path, proposal.branch) ?? error;
      }
    },
  };
}

async function openLocally(path: string, proposal: Proposal, context: ToolContext): Promise<PullRequest> {
  const { git, gitDir, workTree } = await openRepository(path, context.signal);
  const { name: base, commit: baseCommit } = await findBase(git);
  const tip = await commitOf(git, `refs/heads/${proposal.branch}`);
  if (workTree !== null) await refuseDirtyPath(git, workTree, proposal);

  const { commit, changed, files, edits } = await commitProposal(git, proposal, { base, baseCommit, tip });
  if (changed) await refuseCheckedOut(git, proposal.branch);
  const body = withEdits(proposal.body, edits);
  const bodyFile = await writeBodyFile(context.config.home, gitDir, { ...proposal, body });
  if (changed) await moveBranch(git, { branch: proposal.branch, from: tip, to: commit });
  return {
    kind: 'local',
    branch: proposal.branch,
    base,
    commit,
    title: proposal.title,
    body,
    url: null,
    bodyFile,
    files,
  };
}
