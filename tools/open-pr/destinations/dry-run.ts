import type { Destination } from '../destination.ts';
import { repositoryFiles } from '../proposal.ts';

/** Says what a pull request would hold and writes nothing. */
export function dryRunDestination(): Destination {
  return {
    async open(proposal) {
      return {
        kind: 'dry-run',
        branch: proposal.branch,
        base: 'main',
        commit: null,
        title: proposal.title,
        body: proposal.body,
        url: null,
        bodyFile: null,
        files: repositoryFiles(proposal).map(({ path }) => path),
      };
    },
  };
}
