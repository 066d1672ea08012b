import { RequestError, type ToolContext } from '../../core/index.ts';
import type { PullRequest } from '../../model/index.ts';
import { withEdits } from '../body/with-edits.ts';
import type { Destination } from '../destination.ts';
import { pullRequests } from '../github/pull-requests.ts';
import { pushProposal } from '../github/push-proposal.ts';
import { withRemote } from '../github/remote.ts';
import type { Proposal } from '../proposal.ts';

/**
 * A repository on GitHub: one push over HTTPS, one pull request, found again by its branch. The allow-list is the
 * caller's business. Throws `github_token_missing` and the errors of `github/`.
 */
export function githubDestination(repo: string, context: ToolContext): Destination {
  const { token } = context.config.github;
  if (token === null) {
    throw new RequestError(
      'github_token_missing',
      `There is no token to open a pull request in ${repo}`,
      'Set GITHUB_TOKEN, with "contents: write" and "pull requests: write" on that repository',
    );
  }
  return { open: (proposal) => openOnGithub(repo, token, proposal, context) };
}

async function openOnGithub(
  repo: string,
  token: string,
  proposal: Proposal,
  context: ToolContext,
): Promise<PullRequest> {
  const { branch, title } = proposal;
  const api = pullRequests(repo, token, context);
  const base = await api.defaultBranch();
  const { gitUrl } = context.config.github;
  const access = { gitUrl, repo, token, signal: context.signal };
  const { commit, files, edits } = await withRemote(access, (git) =>
    pushProposal(git, proposal, { repo, base }),
  );
  const body = withEdits(proposal.body, edits);
  const pull = await api.put({
    branch,
    base,
    title,
    body,
    draft: proposal.draft || edits.conflicts.length > 0,
  });
  return {
    kind: 'github',
    branch,
    base: pull.base,
    commit,
    title,
    body,
    url: pull.url,
    bodyFile: null,
    files,
  };
}
