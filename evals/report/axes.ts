import { colours, element, text } from './svg.ts';

/** The part of a picture in which both axes go from 0 to 1. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
export const toX = ({ left, width }: Frame, value: number) => left + value * width;
export const toY = ({ top, height }: Frame, value: number) => top + (1 - value) * height;

/** Horizontal lines with their percentages, at steps of a quarter of `most`. */
export function verticalScale(frame: Frame, most = 1): string[] {
  return [0, 0.25, 0.5, 0.75, 1].flatMap((value) => {
    const y = toY(frame, value);
    return [
      rule(frame.left, y, frame.left + frame.width, y, value === 0 ? 0.9 : 0.25),
      text(frame.left - 8, y + 4, percent(value * most), { 'text-anchor': 'end' }),
    ];
  });
}

/** Percentages below the frame. */
export function horizontalScale(frame: Frame): string[] {
  return [0, 0.25, 0.5, 0.75, 1].map((value) =>
    text(toX(frame, value), frame.top + frame.height + 18, percent(value), { 'text-anchor': 'middle' }),
  );
}

/** What the axes mean. */
export function axisTitles(frame: Frame, across: string, up: string, below = 38): string[] {
  const middle = frame.left + frame.width / 2;
  return [
    text(middle, frame.top + frame.height + below, across, { 'text-anchor': 'middle' }),
    text(frame.left - 44, frame.top - 14, up),
  ];
}

/** Names with their colours, one below the other. */
export function legend(x: number, y: number, entries: readonly (readonly [string, string])[]): string[] {
  return entries.flatMap(([name, colour], at) => [
    element('rect', { x, y: y + at * 18 - 9, width: 10, height: 10, fill: colour }),
    text(x + 16, y + at * 18, name),
  ]);
}

export function rule(x1: number, y1: number, x2: number, y2: number, opacity: number): string {
  return element('line', { x1, y1, x2, y2, stroke: colours.line, 'stroke-opacity': opacity });
}

/** `12.5 %`, without a needless decimal. */
export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}

/** The colour of the nth matcher: ours first. */
export function colourOf(at: number): string {
  return at === 0 ? colours.ours : (colours.others[(at - 1) % colours.others.length] ?? colours.line);
}
