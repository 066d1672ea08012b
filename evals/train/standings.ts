import { calibrationInputs, dot, standingsOf } from '../../tools/propose-mapping/index.ts';
import type { CaseQuestions } from './collect.ts';
import type { RankingWeights } from './fit-ranking.ts';
import { withContext } from './with-context.ts';

/** The best proposal for one target under some weights. */
export interface TopProposal {
  readonly target: string;
  readonly inputs: number[];
  /** Rank of the first right source, from 1; infinite where there is none. */
  readonly rank: number;
  readonly answered: boolean;
  readonly judged: boolean;
}

/** The top proposal of every target of a case, with the inputs of the calibration, as `rankAll` computes them. */
export function topProposals(one: CaseQuestions, { own, context }: RankingWeights): TopProposal[] {
  const contexts = withContext(one, own).questions.map(({ vectors }) => vectors);
  const scores = contexts.map((vectors) => vectors.map((vector) => dot(context, vector)));
  const rows = one.questions.map(({ columns }) => columns.map((column) => ({ column })));
  const standings = standingsOf(rows, scores, one.sources.length);
  return one.questions.flatMap((question, row) => {
    const order = (scores[row] ?? []).map((_, at) => at);
    order.sort((a, b) => (scores[row]?.[b] ?? 0) - (scores[row]?.[a] ?? 0) || a - b);
    const top = order[0] ?? -1;
    const standing = standings[row]?.[top];
    const signals = question.vectors[top];
    const standingSignals = contexts[row]?.[top];
    if (standing === undefined || signals === undefined || standingSignals === undefined) return [];
    const rank = order.findIndex((at) => question.right[at] === true) + 1;
    return [
      {
        target: question.target,
        inputs: calibrationInputs({ ...standing, signals, context: standingSignals }),
        rank: rank === 0 ? Infinity : rank,
        answered: question.right.includes(true),
        judged: question.judged,
      },
    ];
  });
}
