/** What a pull request would bring, before anybody knows where to. */
export interface Proposal {
  /** Connector name; the branch and the body file are named for it. */
  readonly connection: string;
  readonly branch: string;
  readonly title: string;
  /** Something is open, so it cannot be merged as it is. */
  readonly draft: boolean;
  /** Markdown. */
  readonly body: string;
  /** Commit message without trailers, no newline at its end. */
  readonly message: string;
  /** Folder in the repository, relative, validated. */
  readonly folder: string;
  /** Paths are relative to `folder`. */
  readonly files: readonly { readonly path: string; readonly content: string }[];
}

/** The proposal's files by their path in the repository, in the order of these paths. */
export function repositoryFiles(proposal: Proposal): { path: string; content: string }[] {
  return proposal.files
    .map(({ path, content }) => ({ path: `${proposal.folder}/${path}`, content }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
