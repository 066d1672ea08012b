import { type CausewayError, OutsideError, RefusedError, RequestError } from '../../core/index.ts';
import { type Git, GitFailure } from '../git/index.ts';

export interface Move {
  readonly branch: string;
  /** Where the branch is now; null when there is none. */
  readonly from: string | null;
  readonly to: string;
}

/** Moves or makes the branch, only if it is still where it was seen. */
export async function moveBranch(git: Git, { branch, from, to }: Move): Promise<void> {
  const expected = from ?? '0'.repeat(to.length);
  await git.run(['update-ref', '-m', 'causeway: open pull request', `refs/heads/${branch}`, to, expected]);
}

/** Is it git saying that the branch was no longer where it had been seen? */
export function lostRace(error: unknown): boolean {
  return error instanceof GitFailure && /but expected|reference already exists/.test(error.message);
}

/** Moving a branch that is checked out would make its files look changed: refused. */
export async function refuseCheckedOut(git: Git, branch: string): Promise<void> {
  const lines = (await git.run(['worktree', 'list', '--porcelain'])).split('\n');
  const at = lines.indexOf(`branch refs/heads/${branch}`);
  if (at < 0) return;
  const place = lines.slice(0, at).findLast((line) => line.startsWith('worktree '));
  throw new RefusedError(
    'branch_checked_out',
    `Branch ${branch} is checked out in ${place?.slice('worktree '.length) ?? 'a work tree'}`,
    'Switch to another branch there (git switch -), then run the command again',
  );
}

/** What a failed write to a repository means for its owner; undefined when it is no known case. */
export function writeProblem(error: unknown, path: string, branch: string): CausewayError | undefined {
  if (!(error instanceof GitFailure)) return undefined;
  const options = { cause: error };
  if (lostRace(error)) {
    return new RefusedError(
      'branch_moved',
      `Branch ${branch} keeps being changed by somebody else`,
      'Wait until they are done, then run the command again',
      options,
    );
  }
  if (/cannot create 'refs\/heads|exists; cannot create/.test(error.message)) {
    return new RequestError(
      'branch_name_taken',
      `${branch} cannot be made beside another branch of ${path} that has a part of its name`,
      `Rename that branch: git branch --list causeway '${branch}/*'`,
      options,
    );
  }
  if (/No space left/.test(error.message)) {
    return new OutsideError(
      'disk_full',
      `The disk of ${path} is full`,
      'Free some space and run again',
      options,
    );
  }
  if (/permission|read-only|unable to (?:create|write|open)/i.test(error.message)) {
    return new RequestError(
      'repository_not_writable',
      `${path} cannot be written: ${error.message.split('\n')[0]}`,
      'Check that you may write its .git folder and that no other git command is running there',
      options,
    );
  }
  return undefined;
}
