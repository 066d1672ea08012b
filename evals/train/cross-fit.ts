import { RequestError } from '../../tools/core/index.ts';
import type { CaseQuestions } from './collect.ts';
import { fitRanking } from './fit-ranking.ts';
import { foldsBy } from './folds.ts';
import { type TopProposal, topProposals } from './standings.ts';

/**
 * What the ranking proposes for each case when it was fitted without the case's provider; providers are left out in at
 * most `most` groups. Throws `too_few_providers`.
 */
export function crossFit(all: readonly CaseQuestions[], most: number): TopProposal[][] {
  const folds = foldsBy(all, ({ provider }) => provider, most);
  if (folds.length < 2) {
    throw new RequestError(
      'too_few_providers',
      'All cases to learn from are of one provider, so confidence cannot be learned on another',
      'Give cases of more providers',
    );
  }
  return folds.flatMap((fold) => {
    const held = new Set(fold);
    const weights = fitRanking(all.filter((one) => !held.has(one)));
    return fold.map((one) => topProposals(one, weights));
  });
}
