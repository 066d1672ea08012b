import type { Metrics } from '../metrics/summarise.ts';
import { axisTitles, type Frame, horizontalScale, rule, toX, toY, verticalScale } from './axes.ts';
import { colours, element, picture, text } from './svg.ts';

const frame: Frame = { left: 70, top: 40, width: 340, height: 300 };

/** The row of numbers below the scale: on the bars they would hide the dots. */
const counts = frame.top + frame.height + 36;

/** What was right against what was said, by tenths: on the diagonal, confidence means what it says. */
export function reliabilityPlot({ reliability }: Metrics): string {
  const bars = reliability.flatMap(({ from, count, right, confidence }) => {
    if (right === null || confidence === null) return [];
    const x = toX(frame, from) + 3;
    const width = frame.width / 10 - 6;
    return [
      element('rect', {
        x,
        y: toY(frame, right),
        width,
        height: right * frame.height,
        fill: colours.ours,
        'fill-opacity': 0.75,
      }),
      element('circle', {
        cx: toX(frame, confidence),
        cy: toY(frame, confidence),
        r: 3,
        fill: colours.others[0],
      }),
      text(x + width / 2, counts, String(count), { 'text-anchor': 'middle', 'font-size': 10 }),
    ];
  });
  return picture(440, 420, 'Reliability: share of right proposals by stated confidence', [
    ...verticalScale(frame),
    ...horizontalScale(frame),
    ...bars,
    rule(toX(frame, 0), toY(frame, 0), toX(frame, 1), toY(frame, 1), 0.9),
    ...axisTitles(
      frame,
      'stated confidence; number of proposals (dot: mean of the tenth)',
      'right proposals',
      56,
    ),
  ]);
}
