import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { exitCodes, RequestError, toCausewayError } from '../../tools/core/index.ts';
import { loadAll } from '../dataset/load-all.ts';
import { scoreDatasets } from '../score-datasets.ts';
import { heldOutMatcher } from '../splits/held-out.ts';
import { streams as processStreams, type Streams } from '../streams.ts';
import { scoreTable } from '../table.ts';
import { collect } from './collect.ts';
import { figuresText, fitFigures } from './fit-figures.ts';
import { refuseOwnCases } from './own-cases.ts';

const usage = 'Usage: train --cases DIR [--cases DIR]… [--write] [--out FILE] [--fit-only] [--json]';
/** Groups of providers that the calibration of what ships is learned on. */
const folds = 10;
const shipped = fileURLToPath(new URL('../../tools/propose-mapping/score/model.json', import.meta.url));

/**
 * Fits the matcher's figures on mapping cases. The same cases give the same bytes. Says how good the matcher is on
 * providers and datasets held out. Answers the exit code; never throws.
 */
export async function runTrain(argv: readonly string[], streams: Streams = processStreams): Promise<number> {
  try {
    return await train(readArguments(argv), streams);
  } catch (thrown) {
    const error = toCausewayError(thrown);
    streams.err(`causeway: ${error.code}: ${error.message}. ${error.hint}.\n`);
    if (argv.includes('--json')) streams.out(`${JSON.stringify({ error: error.toJSON() })}\n`);
    return error.exitCode;
  }
}

interface Arguments {
  readonly cases: readonly string[];
  readonly write: boolean;
  readonly out: string | null;
  readonly fitOnly: boolean;
  readonly json: boolean;
}

function readArguments(argv: readonly string[]): Arguments {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        cases: { type: 'string', multiple: true, default: [] },
        write: { type: 'boolean', default: false },
        out: { type: 'string' },
        'fit-only': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const { cases, write, out, json } = values;
    return { cases, write, out: out ?? null, fitOnly: values['fit-only'], json };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new RequestError('bad_arguments', why.replace(/\.$/, ''), usage, { cause });
  }
}

async function train(args: Arguments, { out, err }: Streams): Promise<number> {
  if (args.cases.length === 0) throw new RequestError('no_cases', 'There is nothing to train on', usage);
  const datasets = await loadAll(args.cases);
  await refuseOwnCases(args.cases, datasets);
  const questions = collect(datasets);
  const origin = datasets.map(({ name, cases }) => `${name} (${cases.length})`).join(', ');
  const model = fitFigures(questions, folds, `evals/train on ${origin}`);
  const files = [...(args.write ? [shipped] : []), ...(args.out === null ? [] : [args.out])];
  for (const file of files) {
    await writeFile(file, figuresText(model));
    err(`wrote ${file}\n`);
  }
  const score = (split: 'lopo' | 'loso') =>
    scoreDatasets(datasets, heldOutMatcher(datasets, split, questions));
  const lopo = args.fitOnly ? null : await score('lopo');
  const loso = args.fitOnly || datasets.length < 2 ? null : await score('loso');
  const tables = {
    ...(lopo === null ? {} : { 'provider held out': lopo }),
    ...(loso === null ? {} : { 'dataset held out': loso }),
  };
  if (lopo !== null) err(`${scoreTable(tables)}\n`);
  if (args.json) out(`${JSON.stringify({ model, lopo, loso }, null, 2)}\n`);
  return exitCodes.done;
}
