import { Octokit } from '@octokit/rest';
import { RefusedError, type ToolContext } from '../../core/index.ts';
import { apiProblem, messageOf, statusOf } from './api-problem.ts';
import { retry } from './retry.ts';

export interface PullRequestText {
  readonly branch: string;
  readonly base: string;
  readonly title: string;
  readonly body: string;
  /** For a new one; what is open already stays as people have set it. */
  readonly draft: boolean;
}

/** The REST calls on one repository. All throw `CausewayError`s, none with the token. */
export interface PullRequests {
  defaultBranch(): Promise<string>;
  /** Creates the branch's pull request, or gives the open one this text. */
  put(text: PullRequestText): Promise<{ readonly url: string; readonly base: string }>;
}

export function pullRequests(
  repo: string,
  token: string,
  { config, log, signal }: ToolContext,
): PullRequests {
  const [owner = '', name = ''] = repo.split('/');
  const at = { owner, repo: name };
  const quiet = (message: string) => log.debug({ repo }, message);
  const octokit = new Octokit({
    auth: token,
    baseUrl: config.github.apiUrl.replace(/\/+$/, ''),
    userAgent: 'causeway',
    request: { signal },
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  });

  async function call<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await retry(work, signal);
    } catch (thrown) {
      signal.throwIfAborted();
      throw apiProblem(thrown, repo, token);
    }
  }

  async function update(text: PullRequestText) {
    const { data } = await octokit.pulls.list({ ...at, state: 'open', head: `${owner}:${text.branch}` });
    // Forks may have a branch of the same name.
    const open = data.find(
      ({ head }) => head.ref === text.branch && head.repo?.full_name.toLowerCase() === repo.toLowerCase(),
    );
    if (open === undefined) return null;
    const { title, body } = text;
    if (open.title !== title || open.body !== body) {
      await octokit.pulls.update({ ...at, pull_number: open.number, title, body });
    }
    return { url: open.html_url, base: open.base.ref };
  }

  async function create({ branch, base, title, body, draft }: PullRequestText) {
    const text = { ...at, head: branch, base, title, body };
    const { data } = await octokit.pulls.create({ ...text, draft }).catch((thrown: unknown) => {
      // Private repositories have drafts only in some of GitHub's plans.
      if (draft && statusOf(thrown) === 422 && /draft/i.test(messageOf(thrown))) {
        return octokit.pulls.create(text);
      }
      throw thrown;
    });
    return { url: data.html_url, base: data.base.ref };
  }

  return {
    defaultBranch: () => call(async () => (await octokit.repos.get(at)).data.default_branch),
    put: (text) =>
      call(async () => {
        const updated = await update(text);
        if (updated !== null) return updated;
        try {
          return await create(text);
        } catch (thrown) {
          if (statusOf(thrown) !== 422) throw thrown;
          if (/no commits between/i.test(messageOf(thrown))) throw nothingToChange(text.base);
          // Somebody, or an earlier try of ours, was faster.
          const existing = await update(text);
          if (existing === null) throw thrown;
          return existing;
        }
      }),
  };
}

function nothingToChange(base: string): RefusedError {
  return new RefusedError(
    'nothing_to_change',
    `${base} holds this connector already`,
    'There is nothing to review; run again when the mapping or an API has changed',
  );
}
