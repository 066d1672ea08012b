import type { Dataset } from './dataset/load-datasets.ts';
import type { Matcher, Prediction } from './matchers/index.ts';
import { type CaseScore, scoreCase } from './metrics/score-case.ts';
import { type Metrics, summarise } from './metrics/summarise.ts';

export interface Scores {
  readonly datasets: Readonly<Record<string, Metrics>>;
  readonly overall: Metrics;
}
/** Called with every case's predictions, for those who want to score by themselves. */
export type OnPredictions = (caseId: string, predictions: readonly Prediction[]) => void;

/** Runs a matcher over all cases. */
export function scoreDatasets(
  datasets: readonly Dataset[],
  matcher: Matcher,
  onPredictions: OnPredictions = () => {},
): Scores {
  const all: CaseScore[] = [];
  const byName: Record<string, Metrics> = {};
  for (const { name, cases } of datasets) {
    const scores = cases.flatMap((one) => {
      const predictions = matcher.predict(one);
      onPredictions(one.id, predictions);
      return scoreCase(one, predictions) ?? [];
    });
    byName[name] = summarise(scores);
    all.push(...scores);
  }
  return { datasets: byName, overall: summarise(all) };
}
