import { branchPrefix } from '../branch-name.ts';
import type { Git } from '../git/index.ts';

export interface Base {
  /** Branch name, without `refs/heads/`. */
  readonly name: string;
  /** Null while the branch has no commit. */
  readonly commit: string | null;
}

/**
 * The branch to merge into: what origin calls its default, else the current branch, else git's default for new
 * repositories. A branch of ours is never a base: reviewing one pull request must not stack the next one on it.
 */
export async function findBase(git: Git): Promise<Base> {
  const origin = await git.ask(['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD']);
  const current = await git.ask(['symbolic-ref', '--quiet', '--short', 'HEAD']);
  if (origin !== null) return named(git, origin.replace(/^origin\//, ''));
  if (current !== null && !current.startsWith(branchPrefix)) return named(git, current);

  const initial = (await git.ask(['config', '--get', 'init.defaultBranch'])) ?? 'main';
  for (const name of [initial, 'main', 'master']) {
    const base = await named(git, name);
    if (base.commit !== null) return base;
  }
  // Detached, and no branch with a usual name: what is checked out is all there is to build upon.
  const commit = current === null ? await commitOf(git, 'HEAD') : null;
  return { name: initial, commit };
}

async function named(git: Git, name: string): Promise<Base> {
  const commit = await commitOf(git, `refs/heads/${name}`);
  return { name, commit: commit ?? (await commitOf(git, `refs/remotes/origin/${name}`)) };
}

/** The commit that a ref names; null where there is none. */
export function commitOf(git: Git, ref: string): Promise<string | null> {
  return git.ask(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
}
