import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { BugError } from '../tools/core/index.ts';
import type { Interval } from './metrics/bootstrap.ts';
import type { CaseScore } from './metrics/score-case.ts';
import { type Metrics, summarise } from './metrics/summarise.ts';

const Figure = z.strictObject({
  value: z.number(),
  /** Half the width of the bootstrap interval: how far the figure moves with the choice of cases. */
  noise: z.number(),
});
/** Of fewer cases the noise cannot be told, so that they have no bar. */
const fewest = 4;

const Accepted = z.strictObject({
  acc1: Figure.nullable(),
  f1: Figure.nullable(),
  ece: Figure.nullable(),
  /** The cases behind the figures: only they are compared, so that a new case neither helps nor hurts. */
  cases: z.array(z.string()),
});
type Accepted = z.infer<typeof Accepted>;
/** The last accepted figures of each dataset. */
export const Headline = z.record(z.string(), Accepted);
export type Headline = z.infer<typeof Headline>;

/** The scores of each case of a dataset, by the case's id. */
export type ScoresById = ReadonlyMap<string, CaseScore>;

/** Reads accepted figures; a file that is not there holds none. */
export async function readHeadline(file: string): Promise<Headline> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return {};
    throw cause;
  }
  try {
    return Headline.parse(JSON.parse(text));
  } catch (cause) {
    throw new BugError('bad_headline', `${file} holds no accepted figures`, 'Make it anew with --accept', {
      cause,
    });
  }
}

/** What is worse than accepted, and what could not be compared, in words. */
export interface Comparison {
  readonly worse: string[];
  readonly notes: string[];
}

/** Compares with the accepted figures: worse is only what is off by more than its noise. */
export function compare(headline: Headline, scores: ReadonlyMap<string, ScoresById>): Comparison {
  const worse: string[] = [];
  const notes: string[] = [];
  for (const [name, byId] of scores) {
    const accepted = Object.hasOwn(headline, name) ? headline[name] : undefined;
    if (accepted === undefined) continue;
    const present = accepted.cases.flatMap((id) => byId.get(id) ?? []);
    // None of them: another dataset that happens to have the same name.
    if (present.length === 0) continue;
    if (present.length < accepted.cases.length) {
      const missing = accepted.cases.length - present.length;
      notes.push(`${name}: not compared, ${missing} of ${accepted.cases.length} accepted cases are not here`);
      continue;
    }
    worse.push(...worseThan(name, accepted, summarise(present, 0)));
    const fresh = byId.size - present.length;
    if (fresh > 0) notes.push(`${name}: ${fresh} cases are new since the figures were accepted (--accept)`);
  }
  return { worse, notes };
}

function worseThan(name: string, accepted: Accepted, now: Metrics): string[] {
  return (['acc1', 'f1', 'ece'] as const).flatMap((figure) => {
    const before = accepted[figure];
    const value = now[figure];
    if (before === null || value === null) return [];
    const loss = figure === 'ece' ? value - before.value : before.value - value;
    if (loss <= before.noise) return [];
    return [`${name}: ${figure} is ${value}, accepted was ${before.value} (noise ${before.noise})`];
  });
}

/** Takes the scored datasets' figures as the new ones; other datasets keep theirs. */
export async function accept(file: string, scores: ReadonlyMap<string, ScoresById>): Promise<void> {
  const headline: Headline = { ...(await readHeadline(file)) };
  for (const [name, byId] of scores) {
    const ids = [...byId.keys()].sort();
    const metrics = summarise(
      ids.flatMap((id) => byId.get(id) ?? []),
      0,
    );
    const { acc1, f1, ece } = metrics.intervals;
    headline[name] = {
      acc1: figureOf(metrics.acc1, acc1, ids.length),
      f1: figureOf(metrics.f1, f1, ids.length),
      ece: figureOf(metrics.ece, ece, ids.length),
      cases: ids,
    };
  }
  const sorted = Object.fromEntries(Object.entries(headline).sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeFile(file, headlineText(sorted));
}

/** As the formatter of this repository writes it: a list is on one line where it fits. */
function headlineText(headline: Headline): string {
  const text = JSON.stringify(headline, null, 2).replace(
    /^( *"cases": )\[\n([\s\S]*?)\n *\]$/gm,
    (whole: string, key: string, items: string) => {
      const line = `${key}[${items.trim().replace(/\n */g, ' ')}]`;
      return line.length <= 110 ? line : whole;
    },
  );
  return `${text}\n`;
}

function figureOf(value: number | null, interval: Interval, cases: number): z.infer<typeof Figure> | null {
  if (value === null || interval === null || cases < fewest) return null;
  return { value, noise: Math.round((interval[1] - interval[0]) * 5000) / 10_000 };
}
