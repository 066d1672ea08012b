import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Config, isRepositoryName, RefusedError, RequestError } from '../tools/core/index.ts';
import { allowedRepo } from '../tools/open-pr/index.ts';
import type { ConnectRequest } from './connect-request.ts';

export type Destination =
  | { kind: 'dry-run' }
  | { kind: 'github'; repo: string }
  | { kind: 'local'; path: string };

/**
 * Where the pull request goes. A folder that exists is a local repository, else `owner/name` is GitHub. Where the
 * caller may not name files (`cwd` null), only the configured repository or GitHub can be meant.
 * Throws `no_repository`, `repo_not_allowed`, `local_path_not_allowed`.
 */
export function destinationOf(request: ConnectRequest, config: Config, cwd: string | null): Destination {
  if (request.dryRun) return { kind: 'dry-run' };
  const repo = request.repo ?? config.repo;
  if (repo === null) {
    throw new RequestError(
      'no_repository',
      'There is no repository to open the pull request in',
      'Give --repo PATH or --repo owner/name, set CAUSEWAY_REPO, or use --dry-run',
    );
  }
  // CAUSEWAY_REPO is the operator's word: read where the server runs.
  const path = resolve(request.repo === null ? '.' : (cwd ?? '/'), repo);
  const github = isRepositoryName(repo);
  if (github && !(cwd !== null && existsSync(path)))
    return { kind: 'github', repo: allowedRepo(repo, config) };
  if (cwd === null && repo !== config.repo) {
    throw new RefusedError(
      'local_path_not_allowed',
      `${repo} is a path, and paths cannot be named from here`,
      'Name a repository as owner/name, or set CAUSEWAY_REPO where the server runs',
    );
  }
  return { kind: 'local', path };
}
