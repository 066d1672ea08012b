import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { didYouMean, RequestError } from '../tools/core/index.ts';
import { type Split, splitNames } from './splits/held-out.ts';

export interface EvalArguments {
  readonly cases: readonly string[];
  readonly matcher: string;
  readonly predictions: string | null;
  readonly splits: Split | null;
  /** Cases with more source × target fields are left out. */
  readonly maxPairs: number;
  readonly report: string | null;
  readonly accept: boolean;
  /** The file of accepted figures. */
  readonly headline: string;
  readonly json: boolean;
}

const usage =
  'Usage: eval [--cases DIR]… [--matcher NAME] [--splits lopo|loso] [--max-pairs N] [--predictions FILE] [--report DIR] [--accept] [--headline FILE] [--json]. evals/datasets.yaml names public data sets that cases can be made from';

/** Reads the command line. Throws `bad_arguments`. */
export function readArguments(argv: readonly string[]): EvalArguments {
  const { values } = parse(argv);
  const { matcher, accept, json } = values;
  const splits = values.splits === undefined ? null : splitNamed(values.splits);
  if (splits !== null && matcher !== 'causeway') {
    throw bad(`--splits fits the figures of causeway anew; ${matcher} has none`, usage);
  }
  if (accept && (splits !== null || matcher !== 'causeway')) {
    throw bad('--accept is for what ships: the matcher causeway, without --splits', usage);
  }
  return {
    cases: values.cases ?? [fileURLToPath(new URL('cases/', import.meta.url))],
    matcher,
    predictions: values.predictions ?? null,
    splits,
    maxPairs: values['max-pairs'] === undefined ? Infinity : countOf(values['max-pairs']),
    report: values.report ?? null,
    accept,
    headline: values.headline ?? fileURLToPath(new URL('headline.json', import.meta.url)),
    json,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        cases: { type: 'string', multiple: true },
        matcher: { type: 'string', default: 'causeway' },
        splits: { type: 'string' },
        'max-pairs': { type: 'string' },
        predictions: { type: 'string' },
        report: { type: 'string' },
        accept: { type: 'boolean', default: false },
        headline: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw bad(why.replace(/\.$/, ''), usage, { cause });
  }
}

function splitNamed(name: string): Split {
  const found = splitNames.find((split) => split === name);
  if (found !== undefined) return found;
  throw bad(
    `There is no split ${name}`,
    `${didYouMean(name, splitNames)}Known: lopo (one provider left out), loso (one data set left out)`,
  );
}

function countOf(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw bad(`--max-pairs takes a whole number above 0, not ${text}`, usage);
}

function bad(message: string, hint: string, options?: ErrorOptions): RequestError {
  return new RequestError('bad_arguments', message, hint, options);
}
