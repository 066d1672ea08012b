import type { Metrics } from '../metrics/summarise.ts';
import {
  axisTitles,
  colourOf,
  type Frame,
  horizontalScale,
  legend,
  toX,
  toY,
  verticalScale,
} from './axes.ts';
import { element, picture } from './svg.ts';

const frame: Frame = { left: 70, top: 40, width: 340, height: 300 };

/** How the share of wrong rows grows as less sure proposals are taken too: one curve per matcher, ours first. */
export function riskCoveragePlot(matchers: Readonly<Record<string, Metrics>>): string {
  const all = Object.entries(matchers);
  const highest = Math.max(0, ...all.flatMap(([, one]) => one.riskCoverage.points.map(({ error }) => error)));
  // The scale ends at the next fifth, so that small errors can be told apart.
  const most = Math.max(0.2, Math.ceil(highest * 5) / 5);
  const curves = all.flatMap(([, { riskCoverage }], at) => {
    if (riskCoverage.points.length === 0) return [];
    const points = riskCoverage.points
      .map(({ coverage, error }) => `${fixed(toX(frame, coverage))},${fixed(toY(frame, error / most))}`)
      .join(' ');
    const width = at === 0 ? 3 : 1.5;
    return [
      element('polyline', { points, fill: 'none', stroke: colourOf(at), 'stroke-width': width }),
      // A matcher that always says the same has one point and no line.
      ...riskCoverage.points.slice(-1).map(({ coverage, error }) =>
        element('circle', {
          cx: toX(frame, coverage),
          cy: toY(frame, error / most),
          r: width + 1,
          fill: colourOf(at),
        }),
      ),
    ];
  });
  return picture(580, 400, 'Risk and coverage: share of wrong rows by share of rows taken', [
    ...verticalScale(frame, most),
    ...horizontalScale(frame),
    ...curves,
    ...legend(
      430,
      60,
      all.map(([name], at) => [name, colourOf(at)]),
    ),
    ...axisTitles(frame, 'proposals taken, surest first', 'wrong rows among them'),
  ]);
}

function fixed(value: number): string {
  return String(Math.round(value * 100) / 100);
}
