import type { Scores } from './score-datasets.ts';

/** Figures our own cases must not fall below; other datasets have no bar. */
const bars: Readonly<Record<string, { acc1: number; f1: number }>> = { cases: { acc1: 0.78, f1: 0.66 } };

/** What is below its bar, in words; empty when all is well. */
export function belowBar({ datasets }: Scores): string[] {
  return Object.entries(datasets).flatMap(([name, metrics]) => {
    const bar = Object.hasOwn(bars, name) ? bars[name] : undefined;
    if (bar === undefined) return [];
    return (['acc1', 'f1'] as const)
      .filter((figure) => (metrics[figure] ?? 0) < bar[figure])
      .map((figure) => `${name}: ${figure} is ${metrics[figure] ?? 0}, the bar is ${bar[figure]}`);
  });
}
