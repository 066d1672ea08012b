import { calibrationInputs } from '../../tools/propose-mapping/index.ts';
import type { CaseQuestions } from './collect.ts';
import { dot } from './fit-ranking.ts';

/** The best proposal for one target under some weights. */
export interface TopProposal {
  readonly inputs: number[];
  readonly right: boolean;
  readonly answered: boolean;
  readonly judged: boolean;
}

/** The top proposal of every target of a case, with the inputs of the calibration, as `rankAll` computes them. */
export function topProposals({ questions }: CaseQuestions, weights: Float64Array): TopProposal[] {
  const grid = questions.map(({ vectors }) => vectors.map((vector) => dot(weights, vector)));
  const winners = grid.map((scores) => scores.indexOf(Math.max(...scores)));
  return questions.map((question, row) => {
    const scores = grid[row] ?? [];
    const at = winners[row] ?? -1;
    const score = scores[at] ?? 0;
    const lead = score - Math.max(-10, ...scores.filter((_, index) => index !== at));
    const wanted = grid.flatMap((other, index) =>
      index !== row && winners[index] === at ? [other[at] ?? -10] : [],
    );
    const rival = Math.max(-10, ...wanted) - score;
    const signals = question.vectors[at] ?? new Float64Array();
    return {
      inputs: calibrationInputs({ score, lead, rival, signals }),
      right: question.right[at] ?? false,
      answered: question.right.includes(true),
      judged: question.judged,
    };
  });
}
