import { oneLine, RefusedError } from '../../core/index.ts';
import type { Git } from './git.ts';
import { type BranchCommit, folderTree, lastOwnCommit } from './own-commit.ts';
import { splitNul } from './tree-files.ts';

/**
 * Refuses a branch on which somebody else changed files of the connector since our last commit there. Commits that
 * touch other files are no obstacle: they are built upon.
 */
export async function refuseForeignCommits(
  git: Git,
  heads: { readonly branch: string; readonly tip: string; readonly base: string | null },
  folder: string,
): Promise<void> {
  const { own, since } = await lastOwnCommit(git, heads.tip, heads.base, folder);
  const expectedAt =
    own?.hash ?? (heads.base === null ? null : await git.ask(['merge-base', heads.base, heads.tip]));
  const expected = expectedAt === null ? null : await folderTree(git, expectedAt, folder);
  const actual = await folderTree(git, heads.tip, folder);
  if (expected === actual) return;
  const files = await changedFiles(git, expected, actual, folder);
  throw new RefusedError(
    'branch_has_other_commits',
    `Somebody else changed the connector on branch ${heads.branch}: ${since.map(describe).join(', ')} (${files.join(', ')})`,
    'Merge the branch, or delete it to start again; what Causeway should keep belongs in overrides.ts, merged before',
  );
}

async function changedFiles(
  git: Git,
  before: string | null,
  after: string | null,
  folder: string,
): Promise<string[]> {
  const listing =
    before === null || after === null
      ? await git.run(['ls-tree', '-r', '-z', '--name-only', before ?? after ?? ''])
      : await git.run(['diff-tree', '-r', '-z', '--name-only', before, after]);
  return splitNul(listing).map((path) => `${folder}/${path}`);
}

function describe({ hash, author, subject }: BranchCommit): string {
  return `${hash.slice(0, 8)} by ${oneLine(`${author}: ${subject}`, 100)}`;
}
