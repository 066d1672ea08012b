import { stat } from 'node:fs/promises';
import { RequestError } from '../../core/index.ts';
import { type Git, GitFailure, openGit } from '../git/index.ts';

export interface LocalRepository {
  /** Runs at the top of the work tree, or in a bare repository. */
  readonly git: Git;
  /** Absolute path of what all work trees of the repository share. */
  readonly gitDir: string;
  /** Absolute path; null for a bare repository. */
  readonly workTree: string | null;
}

/** Finds the repository that a directory belongs to. Throws `not_a_repository`, `repository_not_trusted`. */
export async function openRepository(path: string, signal: AbortSignal): Promise<LocalRepository> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isDirectory()) {
    throw new RequestError(
      'not_a_repository',
      `${path} ${found === null ? 'does not exist' : 'is not a folder'}`,
      `Name the folder of a git repository, or make one: git init ${path}`,
    );
  }
  const here = openGit(path, { signal });
  const question = ['rev-parse', '--path-format=absolute', '--is-bare-repository', '--git-common-dir'];
  let answer: string;
  try {
    answer = await here.run(question);
  } catch (error) {
    throw error instanceof GitFailure ? unusable(path, error) : error;
  }
  const [bare, gitDir = ''] = answer.split('\n');
  if (bare === 'true') return { git: here, gitDir, workTree: null };
  const workTree = await here.ask(['rev-parse', '--show-toplevel']);
  if (workTree === null) {
    throw new RequestError(
      'not_a_repository',
      `${path} lies inside a .git folder`,
      'Name the folder that holds the work tree',
    );
  }
  return { git: openGit(workTree, { signal }), gitDir, workTree };
}

function unusable(path: string, error: GitFailure): RequestError {
  if (error.message.includes('dubious ownership')) {
    return new RequestError(
      'repository_not_trusted',
      `${path} belongs to another user, so git does not open it`,
      `If you trust it: git config --global --add safe.directory ${path}`,
      { cause: error },
    );
  }
  return new RequestError(
    'not_a_repository',
    `${path} is not a git repository`,
    `Name another folder, or make it one: git init ${path}`,
    { cause: error },
  );
}
