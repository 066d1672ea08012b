import { isAbsolute, resolve } from 'node:path';
import { RefusedError, type ToolContext } from '../core/index.ts';
import type { Destination } from './destination.ts';
import { dryRunDestination } from './destinations/dry-run.ts';
import { githubDestination } from './destinations/github.ts';
import { localDestination } from './destinations/local.ts';
import { allowedRepo } from './policy/allowed-repo.ts';

export type DestinationInput =
  | { readonly kind: 'local'; readonly path: string }
  | { readonly kind: 'github'; readonly repo: string }
  | { readonly kind: 'dry-run' };

/** The destination that was asked for, if this caller may use it. Throws `repo_not_allowed`, `path_not_allowed`. */
export function resolveDestination(destination: DestinationInput, context: ToolContext): Destination {
  switch (destination.kind) {
    case 'dry-run':
      return dryRunDestination();
    case 'local':
      return localDestination(allowedPath(destination.path, context), context);
    case 'github':
      return githubDestination(allowedRepo(destination.repo, context.config), context);
  }
}

/** A caller who may not name files can use only the repository that the configuration names. */
function allowedPath(path: string, { cwd, config }: ToolContext): string {
  if (cwd !== null) return resolve(cwd, path);
  const configured = config.repo === null ? null : resolve(config.repo);
  if (configured !== null && (path === config.repo || (isAbsolute(path) && resolve(path) === configured))) {
    return configured;
  }
  throw new RefusedError(
    'path_not_allowed',
    'This caller may not name a folder of this machine',
    'Start Causeway with CAUSEWAY_REPO set to the repository, or use a GitHub repository',
  );
}
