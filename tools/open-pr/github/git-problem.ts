import { type CausewayError, OutsideError, oneLine, RefusedError, RequestError } from '../../core/index.ts';
import type { GitFailure } from '../git/index.ts';

export const tokenHint =
  'Give GITHUB_TOKEN the permissions "contents: write" and "pull requests: write" on this repository (classic tokens: scope repo)';

/** What git's failure to fetch or push means, with a next step. The failure's message holds no secret. */
export function gitProblem(error: GitFailure, repo: string, branch: string): CausewayError {
  const { message } = error;
  const options = { cause: error };
  if (message.includes('[remote rejected]')) {
    return new RefusedError(
      'push_rejected',
      `${repo} does not accept the push to ${branch}: ${rejection(message)}`,
      'Ask an administrator of the repository to allow branches named causeway/*',
      options,
    );
  }
  if (/Authentication failed|could not read (?:Username|Password)|error: 40[13]\b/.test(message)) {
    return new RefusedError('github_forbidden', `${repo} refuses the token for git`, tokenHint, options);
  }
  if (/repository .* not found|error: 404\b/.test(message)) {
    return new RequestError(
      'repository_not_found',
      `There is no repository ${repo}, or the token may not see it`,
      'Check the name and what GITHUB_TOKEN may reach',
      options,
    );
  }
  return new OutsideError(
    'git_failed',
    `Git could not exchange commits with ${repo}: ${oneLine(message, 200)}`,
    'Check the network and GITHUB_GIT_URL, then run the command again; nothing is done twice',
    options,
  );
}

/** The server's own words: its `remote:` lines, else git's reason in brackets. */
function rejection(message: string): string {
  const remote = [...message.matchAll(/^remote: *(.*\S)/gm)].map(([, line]) => line);
  const reason = /\[remote rejected\].*\((.*)\)/.exec(message)?.[1];
  return oneLine([...remote, reason].filter((part) => part !== undefined).join('; '), 300);
}
