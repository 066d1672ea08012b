import { isDeepStrictEqual } from 'node:util';
import { type Finding, type PatternName, type Patterns, patternNames } from '../../../tools/model/index.ts';
import type { Label, Labelled } from './label.ts';

export type Verdict = 'right' | 'wrong' | 'abstained';
export interface Tally {
  right: number;
  wrong: number;
  abstained: number;
}

/**
 * One file and pattern. Right: the first finding is labelled (and not as a rare one), or there is neither. Abstained: the
 * label has something and nothing is said. Wrong: everything else.
 */
export function scoreCell(labels: readonly Labelled[], findings: readonly Finding[]): Verdict {
  const [first] = findings;
  if (first === undefined) return labels.every(({ optional }) => optional) ? 'right' : 'abstained';
  return labels.some((label) => !label.rare && matches(label, first)) ? 'right' : 'wrong';
}

function matches(label: Labelled, finding: Finding): boolean {
  return (
    label.kind === finding.kind &&
    Object.entries(label.detail).every(([key, value]) =>
      isDeepStrictEqual(finding.detail[key] ?? null, value),
    )
  );
}

/** The verdicts of one file. */
export function scoreFile(label: Label, patterns: Patterns): Record<PatternName, Verdict> {
  const cells = patternNames.map((name) => [name, scoreCell(label.patterns[name] ?? [], patterns[name])]);
  return Object.fromEntries(cells) as Record<PatternName, Verdict>;
}

/** Verdicts counted by pattern, and of all patterns together under `all`. */
export function tally(files: readonly Record<PatternName, Verdict>[]): Map<PatternName | 'all', Tally> {
  const tallies = new Map<PatternName | 'all', Tally>();
  const all: Tally = { right: 0, wrong: 0, abstained: 0 };
  for (const name of patternNames) {
    const own: Tally = { right: 0, wrong: 0, abstained: 0 };
    for (const file of files) {
      own[file[name]] += 1;
      all[file[name]] += 1;
    }
    tallies.set(name, own);
  }
  return tallies.set('all', all);
}

/** Share of the cells with a verdict. */
export function share(tally: Tally, verdict: Verdict): number {
  const cells = tally.right + tally.wrong + tally.abstained;
  return cells === 0 ? 0 : tally[verdict] / cells;
}

/** Findings of a file whose kind its label does not have: what is said beside the first must be true as well. */
export function unlabelled(label: Label, patterns: Patterns): string[] {
  return patternNames.flatMap((name) =>
    patterns[name]
      .filter(({ kind }) => !label.patterns[name]?.some((labelled) => labelled.kind === kind))
      .map(({ kind }) => `${name}: ${kind}`),
  );
}
