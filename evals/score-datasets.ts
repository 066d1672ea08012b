import type { Dataset } from './dataset/load-datasets.ts';
import type { Matcher, Prediction } from './matchers/index.ts';
import { type CaseScore, scoreCase } from './metrics/score-case.ts';
import { type Metrics, summarise } from './metrics/summarise.ts';

export interface Scores {
  readonly datasets: Readonly<Record<string, Metrics>>;
  readonly overall: Metrics;
}
/** Scores with those of each case, by dataset and case id. */
export interface DetailedScores extends Scores {
  readonly byCase: ReadonlyMap<string, ReadonlyMap<string, CaseScore>>;
}
/** Called with every case's predictions, for those who want to score by themselves. */
export type OnPredictions = (caseId: string, predictions: readonly Prediction[]) => void;

/** Runs a matcher over all cases, one after the other. */
export async function scoreDatasets(
  datasets: readonly Dataset[],
  matcher: Matcher,
  onPredictions: OnPredictions = () => {},
): Promise<DetailedScores> {
  const all: CaseScore[] = [];
  const byName: Record<string, Metrics> = {};
  const byCase = new Map<string, ReadonlyMap<string, CaseScore>>();
  let total = 0;
  for (const { name, cases } of datasets) {
    const scores = new Map<string, CaseScore>();
    let ms = 0;
    for (const one of cases) {
      const start = performance.now();
      const predicted = await matcher.predict(one);
      ms += performance.now() - start;
      onPredictions(one.id, predicted.targets);
      const score = scoreCase(one, predicted);
      if (score !== null) scores.set(one.id, score);
    }
    byName[name] = summarise([...scores.values()], ms);
    byCase.set(name, scores);
    all.push(...scores.values());
    total += ms;
  }
  return { datasets: byName, overall: summarise(all, total), byCase };
}
