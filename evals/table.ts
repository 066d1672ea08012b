import type { Metrics } from './metrics/summarise.ts';
import type { Scores } from './score-datasets.ts';

type Column = readonly [name: string, cell: (metrics: Metrics) => string];

const columns: readonly Column[] = [
  ['cases', ({ cases }) => String(cases)],
  ['pairs', ({ pairs }) => String(pairs)],
  ['acc1', ({ acc1 }) => figure(acc1)],
  ['±', ({ intervals: { acc1 } }) => figure(acc1 === null ? null : (acc1[1] - acc1[0]) / 2)],
  ['acc5', ({ acc5 }) => figure(acc5)],
  ['easy', ({ easyAcc1 }) => figure(easyAcc1)],
  ['hard', ({ hardAcc1 }) => figure(hardAcc1)],
  ['mrr', ({ mrr }) => figure(mrr)],
  ['f1', ({ f1 }) => figure(f1)],
  ['prec', ({ precision }) => figure(precision)],
  ['recall', ({ recall }) => figure(recall)],
  ['ece', ({ ece }) => figure(ece)],
  ['aurc', ({ riskCoverage }) => figure(riskCoverage.area)],
  ['p≥.9', ({ above }) => figure(above['0.9'].precision)],
  ['at≥.9', ({ above }) => figure(above['0.9'].share)],
  ['kind', ({ transformAccuracy }) => figure(transformAccuracy)],
  ['keys', ({ matchKeyAccuracy }) => figure(matchKeyAccuracy)],
  ['empty', ({ abstention }) => figure(abstention.leftEmpty)],
  ['ms', ({ msPerCase }) => (msPerCase === null ? '–' : String(Math.round(msPerCase)))],
];

/** Scores of several matchers as an aligned table for people. */
export function scoreTable(matchers: Readonly<Record<string, Scores>>): string {
  const head = ['matcher', 'dataset', ...columns.map(([name]) => name)];
  const lines = Object.entries(matchers).flatMap(([matcher, { datasets, overall }]) =>
    Object.entries({ ...datasets, overall }).map(([dataset, metrics]) => [
      matcher,
      dataset,
      ...columns.map(([, cell]) => cell(metrics)),
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

function figure(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}
