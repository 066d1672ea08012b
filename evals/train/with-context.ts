import { contextSignals, dot } from '../../tools/propose-mapping/index.ts';
import type { CaseQuestions } from './collect.ts';

/** The same questions with vectors of the pairs' standing among the others, under these weights of the signals. */
export function withContext(one: CaseQuestions, own: Float64Array): CaseQuestions {
  const rows = one.questions.map(({ vectors, columns }) =>
    vectors.map((vector, index) => ({ column: columns[index] ?? 0, score: dot(own, vector) })),
  );
  const contexts = contextSignals(
    rows,
    one.sourceGroups,
    one.questions.map(({ group }) => group),
  );
  return {
    ...one,
    questions: one.questions.map((question, row) => ({ ...question, vectors: contexts[row] ?? [] })),
  };
}
