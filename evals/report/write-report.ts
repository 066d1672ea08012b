import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publicDatasets } from '../dataset/public-datasets.ts';
import type { Metrics } from '../metrics/summarise.ts';
import type { Scores } from '../score-datasets.ts';
import type { Split } from '../splits/held-out.ts';
import { accuracyPlot } from './accuracy-plot.ts';
import { reliabilityPlot } from './reliability-plot.ts';
import { reportText } from './report-text.ts';
import { riskCoveragePlot } from './risk-coverage-plot.ts';

/** Writes `report.md` and its pictures into a folder, made where needed. Answers the names of the files. */
export async function writeReport(
  folder: string,
  matcher: string,
  scores: Scores,
  baselines: Readonly<Record<string, Scores>>,
  splits: Split | null,
): Promise<string[]> {
  const all = { [matcher]: scores, ...baselines };
  const overall: Record<string, Metrics> = Object.fromEntries(
    Object.entries(all).map(([name, one]) => [name, one.overall]),
  );
  const published = await publicDatasets();
  const files = {
    'report.md': reportText({ matcher, scores, baselines, splits, published }),
    'accuracy.svg': accuracyPlot(all),
    'reliability.svg': reliabilityPlot(scores.overall),
    'risk-coverage.svg': riskCoveragePlot(overall),
  };
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return Object.keys(files);
}
