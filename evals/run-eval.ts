import { writeFile } from 'node:fs/promises';
import { exitCodes, RequestError, toCausewayError } from '../tools/core/index.ts';
import { type EvalArguments, readArguments } from './arguments.ts';
import { loadAll, smallCases } from './dataset/load-all.ts';
import type { Dataset } from './dataset/load-datasets.ts';
import { publicDatasets } from './dataset/public-datasets.ts';
import { accept, compare, readHeadline, type ScoresById } from './headline.ts';
import { assisted, baselines, findMatcher, type Matcher } from './matchers/index.ts';
import { predictionLines } from './prediction-lines.ts';
import { writeReport } from './report/write-report.ts';
import { type Scores, scoreDatasets } from './score-datasets.ts';
import { heldOutMatcher } from './splits/held-out.ts';
import { streams as processStreams, type Streams } from './streams.ts';
import { scoreTable } from './table.ts';

/**
 * Scores a matcher and the baselines on mapping cases (`readArguments` says how). Answers the exit code: 0, 1 worse than
 * accepted, 2 for a wrong request. Never throws.
 */
export async function runEval(argv: readonly string[], streams: Streams = processStreams): Promise<number> {
  try {
    return await evaluate(readArguments(argv), streams);
  } catch (thrown) {
    const error = toCausewayError(thrown);
    streams.err(`causeway: ${error.code}: ${error.message}. ${error.hint}.\n`);
    if (argv.includes('--json')) streams.out(`${JSON.stringify({ error: error.toJSON() })}\n`);
    return error.exitCode;
  }
}

async function evaluate(args: EvalArguments, { out, err }: Streams): Promise<number> {
  const start = performance.now();
  const print = (result: object) => {
    const ms = Math.round(performance.now() - start);
    if (args.json) out(`${JSON.stringify({ ...result, ms }, null, 2)}\n`);
  };
  const notRun = reasonsNotRun(args.matcher);
  const sayNotRun = () => {
    for (const [name, why] of Object.entries(notRun)) err(`${name}: not run: ${why}\n`);
  };
  if (Object.hasOwn(notRun, args.matcher)) {
    sayNotRun();
    print({ datasets: {}, overall: null, notRun });
    return exitCodes.done;
  }
  const datasets = smallCases(await loadAll(args.cases), args.maxPairs);
  if (datasets.length === 0) {
    throw new RequestError('no_cases', 'No case is that small', 'Raise --max-pairs or leave it out');
  }
  const matcher = matcherFor(args, datasets);
  const lines = predictionLines(datasets);
  const { byCase, ...scores } = await scoreDatasets(datasets, matcher, lines.collect);
  const compared: Record<string, Scores> = {};
  for (const other of baselines.filter(({ name }) => name !== matcher.name)) {
    const { datasets: each, overall } = await scoreDatasets(datasets, other);
    compared[other.name] = { datasets: each, overall };
  }
  if (args.predictions !== null) await writeFile(args.predictions, lines.text());
  err(`${scoreTable({ [matcher.name]: scores, ...compared })}\n`);
  for (const line of matcher.remarks?.() ?? []) err(`${matcher.name}: ${line}\n`);
  sayNotRun();
  for (const line of await fittedOn(args, datasets)) err(`${line}\n`);
  if (args.report !== null) {
    const files = await writeReport(args.report, matcher.name, scores, compared, args.splits);
    err(`wrote ${files.join(', ')} to ${args.report}\n`);
  }
  const worse = await compareOrAccept(args, byCase, err);
  print({ ...scores, baselines: compared, splits: args.splits, worse, notRun });
  return worse.length > 0 ? exitCodes.needsPerson : exitCodes.done;
}

/** Says what is worse than accepted, or accepts it. What does not ship as it was run is not held against anything. */
async function compareOrAccept(
  args: EvalArguments,
  byCase: ReadonlyMap<string, ScoresById>,
  say: Streams['err'],
): Promise<string[]> {
  if (args.accept) {
    await accept(args.headline, byCase);
    say(`accepted: ${args.headline}\n`);
    return [];
  }
  if (args.matcher !== 'causeway' || args.splits !== null) return [];
  const { worse, notes } = compare(await readHeadline(args.headline), byCase);
  for (const note of notes) say(`${note}\n`);
  for (const line of worse) say(`worse than accepted: ${line}\n`);
  return worse;
}

function matcherFor(args: EvalArguments, datasets: readonly Dataset[]): Matcher {
  if (args.splits !== null) return heldOutMatcher(datasets, args.splits);
  const cases = datasets.flatMap((dataset) => dataset.cases);
  return findMatcher(args.matcher, cases);
}

/** Figures on data that the shipped model was fitted on flatter, and must not pass for more. */
async function fittedOn(args: EvalArguments, datasets: readonly Dataset[]): Promise<string[]> {
  if (args.splits !== null || !['causeway', 'warm', 'assisted'].includes(args.matcher)) return [];
  const trained = new Set((await publicDatasets()).filter((one) => one.trainedOn).map(({ name }) => name));
  const names = datasets.map(({ name }) => name).filter((name) => trained.has(name));
  return names.length === 0
    ? []
    : [
        `the shipped figures were fitted on ${names.join(', ')}: --splits lopo or loso says how good they are`,
      ];
}

/** The assisted matcher costs money: it runs where it is asked for by name and can. */
function reasonsNotRun(asked: string): Record<string, string> {
  const why = assisted.notRun?.(process.env) ?? null;
  if (why !== null) return { assisted: why };
  return asked === 'assisted' ? {} : { assisted: 'costs model calls; ask for it with --matcher assisted' };
}
