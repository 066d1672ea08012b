/** Git through plumbing: it reads and writes commits, and leaves index, work tree and current branch alone. */
export { commitProposal, type Heads, type ProposalCommit } from './commit-proposal.ts';
export { type Git, openGit } from './git.ts';
export type { GitSetting } from './git-environment.ts';
export { GitFailure } from './git-failure.ts';
export { besideName, type Edits } from './keep-edits.ts';
export { splitNul } from './tree-files.ts';
