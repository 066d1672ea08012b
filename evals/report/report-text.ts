import type { PublicDataset } from '../dataset/public-datasets.ts';
import type { Metrics } from '../metrics/summarise.ts';
import type { Scores } from '../score-datasets.ts';
import type { Split } from '../splits/held-out.ts';
import { figure, markdownTable, withInterval } from './markdown.ts';

export interface ReportInput {
  readonly matcher: string;
  readonly scores: Scores;
  readonly baselines: Readonly<Record<string, Scores>>;
  readonly splits: Split | null;
  readonly published: readonly PublicDataset[];
}

/** The report: figures and definitions, no dates and no times, so that equal figures are equal bytes. */
export function reportText(input: ReportInput): string {
  const { matcher, scores, baselines } = input;
  const all = { [matcher]: scores, ...baselines };
  const { overall } = scores;
  return `${[
    '# How good the mapping engine is',
    provenance(input),
    '![Accuracy@1 per dataset](accuracy.svg)',
    headTable(all),
    'Brackets hold 95 % of 1 000 resamples of the cases. Every case weighs the same, in `overall` too.',
    '## Confidence',
    '![Reliability](reliability.svg) ![Risk and coverage](risk-coverage.svg)',
    confidenceTable(all),
    '## Transforms',
    transformsTable(overall),
    ...publishedSection(input),
    '## What the figures mean',
    '`evals/README.md` defines each of them, and `npm run -s eval -- --json` prints them all.',
  ].join('\n\n')}\n`;
}

function provenance({ matcher, scores, splits, published }: ReportInput): string {
  const { overall } = scores;
  const cases = `${overall.cases} cases with ${overall.pairs} right pairs`;
  if (splits === 'lopo') return `${matcher} on ${cases}; the provider of each case was left out of the fit.`;
  if (splits === 'loso') return `${matcher} on ${cases}; the dataset of each case was left out of the fit.`;
  const known = published.filter(({ name, trainedOn }) => trainedOn && Object.hasOwn(scores.datasets, name));
  const plain = `${matcher} on ${cases}, with the figures that ship.`;
  if (known.length === 0 || matcher !== 'causeway') return plain;
  const names = known.map(({ name }) => name).join(', ');
  return `${plain} **They were fitted on ${names}: these rows flatter; \`--splits lopo\` and \`--splits loso\` do not.**`;
}

function headTable(matchers: Readonly<Record<string, Scores>>): string {
  return markdownTable(
    ['matcher', 'dataset', 'cases', 'acc@1', 'acc@5', 'easy', 'hard', 'MRR', 'recall@GT', 'F1', 'match keys'],
    rowsOf(matchers, (one) => [
      String(one.cases),
      withInterval(one.acc1, one.intervals.acc1),
      withInterval(one.acc5, one.intervals.acc5),
      figure(one.easyAcc1),
      figure(one.hardAcc1),
      figure(one.mrr),
      figure(one.recallAtGt),
      withInterval(one.f1, one.intervals.f1),
      figure(one.matchKeyAccuracy),
    ]),
  );
}

function confidenceTable(matchers: Readonly<Record<string, Scores>>): string {
  return markdownTable(
    [
      'matcher',
      'dataset',
      'ECE',
      'Brier',
      'risk–coverage area',
      'right at ≥ .9',
      'share at ≥ .9',
      'left empty, rightly',
      'left empty, wrongly',
    ],
    rowsOf(matchers, (one) => [
      withInterval(one.ece, one.intervals.ece),
      figure(one.brier),
      figure(one.riskCoverage.area),
      figure(one.above['0.9'].precision),
      figure(one.above['0.9'].share),
      figure(one.abstention.leftEmpty),
      figure(one.abstention.wronglyEmpty),
    ]),
  );
}

function rowsOf(
  matchers: Readonly<Record<string, Scores>>,
  cells: (metrics: Metrics) => readonly string[],
): string[][] {
  return Object.entries(matchers).flatMap(([matcher, { datasets, overall }]) =>
    Object.entries({ ...datasets, overall }).map(([dataset, metrics]) => [
      matcher,
      dataset,
      ...cells(metrics),
    ]),
  );
}

function transformsTable({ transforms }: Metrics): string {
  return markdownTable(
    [
      'transform (as people wrote it)',
      'targets',
      'proposed from the right sources',
      'with the right kind',
      'accuracy',
    ],
    Object.entries(transforms).map(([kind, { targets, mapped, right, accuracy }]) => [
      kind,
      String(targets),
      String(mapped),
      String(right),
      figure(accuracy),
    ]),
  );
}

/** Published figures stand beside ours only where the dataset is the published one. */
function publishedSection({ scores, published }: ReportInput): string[] {
  return published.flatMap(({ name, published: others }) => {
    const ours = Object.hasOwn(scores.datasets, name) ? scores.datasets[name] : undefined;
    if (ours === undefined || others.length === 0) return [];
    const rows = others.map(({ matcher, figures, from }) => [
      `${matcher} (${from})`,
      ...publishedFigures.map((key) => figure(figures[key] ?? null)),
    ]);
    return [
      `## Published figures on ${name.replace(/[^\w -]/g, ' ')}`,
      markdownTable(
        ['matcher', 'acc@1', 'acc@5', 'MRR', 'recall@GT', 'F1'],
        [['ours', ...publishedFigures.map((key) => figure(ours[key]))], ...rows],
      ),
      'Their figures are as their authors report them, under their own protocol.',
    ];
  });
}

const publishedFigures = ['acc1', 'acc5', 'mrr', 'recallAtGt', 'f1'] as const;
