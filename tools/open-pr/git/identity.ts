/** Who our commits are by, whatever the machine's configuration says: so we can tell ours from a person's. */
export const identity = { name: 'Causeway', email: 'causeway@users.noreply.github.com' } as const;

/** Trailer of our commits: the tree of the connector's folder as we left it. An edited commit no longer fits it. */
export const treeTrailer = 'Causeway-Tree';
