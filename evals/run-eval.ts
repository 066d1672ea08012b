import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { exitCodes, RequestError, toCausewayError } from '../tools/core/index.ts';
import { belowBar } from './bar.ts';
import { loadDatasets } from './dataset/load-datasets.ts';
import { baselines, findMatcher } from './matchers/index.ts';
import { predictionLines } from './prediction-lines.ts';
import { scoreDatasets } from './score-datasets.ts';
import { scoreTable } from './table.ts';

/** Where a run writes; stdout gets the JSON only. */
export interface EvalStreams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const processStreams: EvalStreams = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
};

/**
 * `eval [--cases DIR]… [--matcher NAME] [--predictions FILE] [--json]`. Answers the exit code: 0, 1 below the bar,
 * 2 for a wrong request. Never throws.
 */
export async function runEval(
  argv: readonly string[],
  streams: EvalStreams = processStreams,
): Promise<number> {
  try {
    return await evaluate(readArguments(argv), streams);
  } catch (thrown) {
    const error = toCausewayError(thrown);
    streams.err(`causeway: ${error.code}: ${error.message}. ${error.hint}.\n`);
    if (argv.includes('--json')) streams.out(`${JSON.stringify({ error: error.toJSON() })}\n`);
    return error.exitCode;
  }
}

interface Arguments {
  readonly cases: readonly string[];
  readonly matcher: string;
  readonly predictions: string | null;
  readonly json: boolean;
}

function readArguments(argv: readonly string[]): Arguments {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        cases: { type: 'string', multiple: true },
        matcher: { type: 'string', default: 'causeway' },
        predictions: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const own = new URL('cases/', import.meta.url).pathname;
    return {
      cases: values.cases ?? [own],
      matcher: values.matcher,
      predictions: values.predictions ?? null,
      json: values.json,
    };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new RequestError(
      'bad_arguments',
      why.replace(/\.$/, ''),
      'Usage: eval [--cases DIR]… [--matcher NAME] [--predictions FILE] [--json]',
      { cause },
    );
  }
}

async function evaluate(args: Arguments, { out, err }: EvalStreams): Promise<number> {
  const start = performance.now();
  const matcher = findMatcher(args.matcher);
  const datasets = (await Promise.all(args.cases.map(loadDatasets))).flat();
  const lines = predictionLines(datasets);
  const scores = scoreDatasets(datasets, matcher, lines.collect);
  const others = baselines.filter(({ name }) => name !== matcher.name);
  const compared = Object.fromEntries(others.map((other) => [other.name, scoreDatasets(datasets, other)]));
  if (args.predictions !== null) await writeFile(args.predictions, lines.text());
  err(`${scoreTable({ [matcher.name]: scores, ...compared })}\n`);
  const low = matcher.name === 'causeway' ? belowBar(scores) : [];
  for (const line of low) err(`below the bar: ${line}\n`);
  if (args.json) {
    out(
      `${JSON.stringify({ ...scores, ms: Math.round(performance.now() - start), baselines: compared }, null, 2)}\n`,
    );
  }
  return low.length > 0 ? exitCodes.needsPerson : exitCodes.done;
}
