import type { Dataset } from './dataset/load-datasets.ts';
import { truthsOf } from './dataset/truth.ts';
import type { OnPredictions } from './score-datasets.ts';

/** Collects one JSON line per scored target. */
export function predictionLines(datasets: readonly Dataset[]): {
  collect: OnPredictions;
  text: () => string;
} {
  const scored = new Map(
    datasets.flatMap(({ cases }) =>
      cases.map((one): [string, Set<string>] => [one.id, new Set(truthsOf(one).map(({ target }) => target))]),
    ),
  );
  const lines: string[] = [];
  return {
    collect: (caseId, predictions) => {
      for (const { target, ranked, proposed } of predictions) {
        if (scored.get(caseId)?.has(target) !== true) continue;
        lines.push(`${JSON.stringify({ case: caseId, target, ranked, proposed })}\n`);
      }
    },
    text: () => lines.join(''),
  };
}
