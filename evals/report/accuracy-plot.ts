import type { Metrics } from '../metrics/summarise.ts';
import type { Scores } from '../score-datasets.ts';
import { colourOf, type Frame, legend, toX, toY, verticalScale } from './axes.ts';
import { colours, element, picture, text } from './svg.ts';

const bar = 16;

/** Accuracy@1 per dataset, one bar per matcher with its interval, ours first. */
export function accuracyPlot(matchers: Readonly<Record<string, Scores>>): string {
  const all = Object.entries(matchers);
  const datasets = Object.keys(all[0]?.[1].datasets ?? {});
  const group = (all.length + 1.5) * bar;
  const width = Math.max(240, datasets.length * group);
  const frame: Frame = { left: 70, top: 40, width, height: 260 };
  const groups = datasets.flatMap((dataset, column) => {
    const left = frame.left + column * group + bar / 2;
    return [
      ...all.flatMap(([, { datasets: each }], at) => barOf(each[dataset], at, left + at * bar, frame)),
      text(left, frame.top + frame.height + 16, dataset, {
        transform: `rotate(20 ${Math.round(left)} ${frame.top + frame.height + 16})`,
      }),
    ];
  });
  return picture(frame.left + width + 160, 400, 'Accuracy@1 per dataset, with 95 % intervals', [
    ...verticalScale(frame),
    ...groups,
    ...legend(
      toX(frame, 1) + 20,
      60,
      all.map(([name], at) => [name, colourOf(at)]),
    ),
    text(frame.left - 44, frame.top - 14, 'targets whose right source is ranked first (line: 95 % interval)'),
  ]);
}

function barOf(metrics: Metrics | undefined, at: number, x: number, frame: Frame): string[] {
  if (metrics === undefined || metrics.acc1 === null) return [];
  const interval = metrics.intervals.acc1;
  const middle = x + bar / 2;
  return [
    element('rect', {
      x: x + 1,
      y: toY(frame, metrics.acc1),
      width: bar - 2,
      height: metrics.acc1 * frame.height,
      fill: colourOf(at),
    }),
    ...(interval === null
      ? []
      : [
          element('line', {
            x1: middle,
            x2: middle,
            y1: toY(frame, interval[0]),
            y2: toY(frame, interval[1]),
            stroke: colours.line,
            'stroke-width': 2,
          }),
        ]),
  ];
}
