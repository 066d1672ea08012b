import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { RefusedError } from '../../core/index.ts';
import { type Git, splitNul } from '../git/index.ts';
import { type Proposal, repositoryFiles } from '../proposal.ts';

/** What running a connector leaves behind in its folder. */
const leftovers =
  /\/(?:node_modules\/|\.state\/|package-lock\.json$|pnpm-lock\.yaml$|yarn\.lock$|bun\.lockb?$)/;

/**
 * Refuses when the user's files would stand in the way of checking the branch out: uncommitted changes and untracked
 * files under the connector's folder, ignored files where it would write, a link in place of the folder.
 */
export async function refuseDirtyPath(git: Git, workTree: string, proposal: Proposal): Promise<void> {
  const { folder } = proposal;
  const link = await firstLink(workTree, folder);
  if (link !== null) throw dirty(folder, [`${link} (not a plain folder)`]);

  const written = repositoryFiles(proposal).map(({ path }) => path);
  const status = ['status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=all', '--', folder];
  const changed = splitNul(await git.run(status)).map((line) => line.slice(3));
  const untracked = splitNul(await git.run(['ls-files', '--others', '-z', '--', ...written]));
  const files = new Set(
    [...changed, ...untracked].filter((path) => written.includes(path) || !leftovers.test(path)),
  );
  if (files.size > 0) throw dirty(folder, [...files].sort());
}

function dirty(folder: string, files: readonly string[]): RefusedError {
  const more = files.length > 10 ? ` and ${files.length - 10} more` : '';
  return new RefusedError(
    'dirty_path',
    `There are uncommitted files under ${folder}: ${files.slice(0, 10).join(', ')}${more}`,
    'Commit, stash or move them, then run the command again',
  );
}

/** The first part of the path that exists in the work tree and is no real folder. */
async function firstLink(workTree: string, folder: string): Promise<string | null> {
  const segments = folder.split('/');
  for (const at of segments.keys()) {
    const path = segments.slice(0, at + 1).join('/');
    const found = await lstat(join(workTree, path)).catch(() => null);
    if (found === null) return null;
    if (!found.isDirectory()) return path;
  }
  return null;
}
