import { CausewayError, OutsideError, oneLine, RefusedError, RequestError } from '../../core/index.ts';
import { tokenHint } from './git-problem.ts';

/** What the REST API's failure means, with a next step. Anything that is no HTTP failure comes back as it is. */
export function apiProblem(thrown: unknown, repo: string, token: string): unknown {
  const status = statusOf(thrown);
  if (thrown instanceof CausewayError || status === null) return thrown;
  const said = oneLine(messageOf(thrown).replaceAll(token, '[secret]'), 200);
  // No cause: Octokit's error keeps the request with its headers, and they hold the token.
  if (status === 401) {
    return new OutsideError('github_unauthorized', `GitHub does not accept the token: ${said}`, tokenHint);
  }
  if (status === 429 || (status === 403 && /rate limit/i.test(said))) {
    return new OutsideError(
      'github_rate_limited',
      `GitHub's rate limit is used up: ${said}`,
      'Wait and run the command again; nothing is done twice',
    );
  }
  if (status === 403) {
    return new RefusedError('github_forbidden', `GitHub does not allow this on ${repo}: ${said}`, tokenHint);
  }
  if (status === 404) {
    return new RequestError(
      'repository_not_found',
      `There is no repository ${repo}, or the token may not see it`,
      'Check the name and what GITHUB_TOKEN may reach',
    );
  }
  return new OutsideError(
    'github_failed',
    `GitHub answered ${status} for ${repo}: ${said}`,
    'Run the command again; nothing is done twice',
  );
}

/** HTTP status of an Octokit error (500 for a connection that failed); null for anything else. */
export function statusOf(thrown: unknown): number | null {
  if (!(thrown instanceof Error) || !('status' in thrown)) return null;
  return typeof thrown.status === 'number' ? thrown.status : null;
}

/** GitHub's message with the details of its `errors`. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
