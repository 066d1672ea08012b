import { RefusedError } from '../../core/index.ts';
import { type Proposal, repositoryFiles } from '../proposal.ts';
import type { Git } from './git.ts';
import { identity, treeTrailer } from './identity.ts';
import { type Edits, keepEdits } from './keep-edits.ts';
import { folderTree } from './own-commit.ts';
import { refuseForeignCommits } from './refuse-foreign-commits.ts';
import { refuseObstacles } from './refuse-obstacles.ts';
import { type TreeFile, treeFiles } from './tree-files.ts';
import { writeTree } from './write-tree.ts';

export interface Heads {
  /** Name and commit of the branch to merge into; null in a repository without a commit. */
  readonly base: string;
  readonly baseCommit: string | null;
  /** Commit of the proposal's branch; null when there is none yet. */
  readonly tip: string | null;
}

export interface ProposalCommit {
  readonly commit: string;
  /** False when the branch holds the proposal already: `commit` is its tip. */
  readonly changed: boolean;
  /** Paths in the repository, sorted. Files of people that were kept are not among them. */
  readonly files: string[];
  /** What people had changed in generated files, and what became of it. */
  readonly edits: Edits;
}

/** Generated once, then written by people: never overwritten once a person touched it. */
const humanFile = /(?:^|\/)overrides\.ts$/;

/**
 * Makes the commit that brings the branch to the proposal, on top of what is there. No ref is moved. Throws
 * `branch_has_other_commits`, `path_in_the_way`, `nothing_to_change`.
 */
export async function commitProposal(git: Git, proposal: Proposal, heads: Heads): Promise<ProposalCommit> {
  const { baseCommit, base } = heads;
  const tip = (await isMerged(git, heads)) ? null : heads.tip;
  const parent = tip ?? baseCommit;
  const existing = parent === null ? [] : await treeFiles(git, parent, proposal.folder);
  if (tip !== null) {
    await refuseForeignCommits(git, { branch: proposal.branch, tip, base: baseCommit }, proposal.folder);
  }
  if (parent !== null) await refuseObstacles(git, parent, proposal.folder, existing);

  const isOwn = async (path: string) =>
    parent !== null && (await git.ask(['log', '-1', '--format=%ae', parent, '--', path])) === identity.email;
  // People's changes are those that the branch started from: what is on it since then is ours.
  const start =
    tip === null || baseCommit === null ? baseCommit : await git.ask(['merge-base', baseCommit, tip]);
  const before = start === null ? [] : await treeFiles(git, start, proposal.folder);
  const { files: merged, edits } = await keepEdits(git, proposal.folder, repositoryFiles(proposal), before);
  const generated = new Set(repositoryFiles(proposal).map(({ path }) => path));
  const { write, remove } = await plan(merged, generated, existing, isOwn);
  const tree = await writeTree(git, { parent, write, remove });
  const files = write.map(({ path }) => path);

  if (parent !== null && tree === (await git.ask(['rev-parse', `${parent}^{tree}`]))) {
    if (tip !== null) return { commit: tip, changed: false, files, edits };
    throw new RefusedError(
      'nothing_to_change',
      `${base} holds this connector already, byte for byte`,
      'There is nothing to review; run again when the mapping or an API has changed',
    );
  }
  const commit = await git.run(['commit-tree', tree, ...(parent === null ? [] : ['-p', parent])], {
    input: `${proposal.message}\n\n${treeTrailer}: ${await folderTree(git, tree, proposal.folder)}\n`,
  });
  return { commit: commit.trim(), changed: true, files, edits };
}

/** A branch whose commits are all in the base starts afresh from there. */
async function isMerged(git: Git, { baseCommit, tip }: Heads): Promise<boolean> {
  if (baseCommit === null || tip === null) return false;
  return (await git.ask(['merge-base', '--is-ancestor', tip, baseCommit])) !== null;
}

/** What to write and to remove. A file that a person touched last is kept when we do not have to write it. */
async function plan(
  files: readonly { path: string; content: string }[],
  generated: ReadonlySet<string>,
  existing: readonly TreeFile[],
  isOwn: (path: string) => Promise<boolean>,
): Promise<{ write: { path: string; content: string }[]; remove: string[] }> {
  const kept = new Set<string>();
  const remove: string[] = [];
  for (const { path } of existing) {
    const stale = !generated.has(path);
    if (!stale && !humanFile.test(path)) continue;
    if (!(await isOwn(path))) kept.add(path);
    else if (stale) remove.push(path);
  }
  return { write: files.filter(({ path }) => !kept.has(path)), remove };
}
