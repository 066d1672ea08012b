import type { Metrics } from './metrics/summarise.ts';
import type { Scores } from './score-datasets.ts';

const columns = [
  'cases',
  'pairs',
  'acc1',
  'acc5',
  'mrr',
  'f1',
  'precision',
  'recall',
  'hardAcc1',
  'ece',
] as const;

/** Scores of several matchers as an aligned table for people. */
export function scoreTable(matchers: Readonly<Record<string, Scores>>): string {
  const head = ['matcher', 'dataset', ...columns];
  const lines = Object.entries(matchers).flatMap(([matcher, { datasets, overall }]) =>
    Object.entries({ ...datasets, overall }).map(([dataset, metrics]) => [
      matcher,
      dataset,
      ...cells(metrics),
    ]),
  );
  const widths = head.map((name, at) =>
    Math.max(name.length, ...lines.map((line) => (line[at] ?? '').length)),
  );
  return [head, ...lines]
    .map((line) =>
      line
        .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cells(metrics: Metrics): string[] {
  return columns.map((name) => {
    const value = metrics[name];
    if (value === null) return '–';
    return name === 'cases' || name === 'pairs' ? String(value) : value.toFixed(3);
  });
}
