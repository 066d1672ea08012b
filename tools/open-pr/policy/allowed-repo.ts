import { type Config, RefusedError } from '../../core/index.ts';

/** The repository as the allow-list spells it. Throws `repo_not_allowed`. */
export function allowedRepo(repo: string, config: Config): string {
  // GitHub's names do not depend on case.
  const allowed = config.allowRepos.find((name) => name.toLowerCase() === repo.toLowerCase());
  if (allowed !== undefined) return allowed;
  throw new RefusedError(
    'repo_not_allowed',
    `${repo} is not on the list of repositories that may receive pull requests`,
    `Add it to CAUSEWAY_ALLOW_REPOS (comma-separated owner/name) and start again`,
  );
}
