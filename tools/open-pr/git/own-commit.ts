import type { Git } from './git.ts';
import { treeTrailer } from './identity.ts';

export interface BranchCommit {
  readonly hash: string;
  readonly author: string;
  readonly subject: string;
}

/**
 * Splits the commits of `tip` that `base` does not have: our last one, and those of others that touched the folder
 * since. Ours is a commit whose trailer still fits its content: a rebased one stays ours, an
 * amended one is somebody else's.
 */
export async function lastOwnCommit(
  git: Git,
  tip: string,
  base: string | null,
  folder: string,
): Promise<{ own: BranchCommit | null; since: BranchCommit[] }> {
  const format = `%H%x1f%an%x1f%(trailers:key=${treeTrailer},valueonly,separator=%x2C)%x1f%s`;
  const range = base === null ? [tip] : [tip, `^${base}`];
  const log = await git.run(['log', '-z', '--topo-order', `--format=${format}`, ...range, '--', folder]);
  const since: BranchCommit[] = [];
  for (const line of log.split('\0').filter((part) => part !== '')) {
    const [hash = '', author = '', tree = '', ...subject] = line.split('\x1f');
    const commit = { hash, author, subject: subject.join(' ') };
    if (tree.trim() === (await folderTree(git, hash, folder))) {
      return { own: commit, since };
    }
    since.push(commit);
  }
  return { own: null, since };
}

/** The tree of a folder in a commit; null where there is none. */
export function folderTree(git: Git, commit: string, folder: string): Promise<string | null> {
  return git.ask(['rev-parse', '--verify', '--quiet', `${commit}:${folder}`]);
}
