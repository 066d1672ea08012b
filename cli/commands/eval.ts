import { resolve } from 'node:path';
import { Command } from 'commander';
import { untilInterrupted } from '../interrupt.ts';
import { userCwd } from '../user-cwd.ts';

interface Options {
  cases?: string[];
  matcher?: string;
  splits?: string;
  maxPairs?: string;
  predictions?: string;
  report?: string;
  accept?: boolean;
  headline?: string;
  json?: boolean;
}

/** `causeway eval …`: the arguments are the eval suite's own, which judges them. */
export function evalCommand(done: (code: number) => void): Command {
  return new Command('eval')
    .description('Score the mapping engine on cases with known answers.')
    .option('--cases <dir...>', 'folder of cases, or of folders of cases; may be repeated')
    .option('--matcher <name>', 'causeway, warm, assisted, exact-name, jaro-winkler, trigram or coma')
    .option('--splits <name>', 'lopo or loso: fit the figures anew without what is scored')
    .option('--max-pairs <n>', 'leave out cases with more pairs of a source and a target field')
    .option('--predictions <file>', 'write one JSON line per scored target')
    .option('--report <dir>', 'write report.md and pictures')
    .option('--accept', "make this run's figures the accepted ones")
    .option('--headline <file>', 'the file of accepted figures')
    .option('--json', 'print the scores as JSON')
    .action(async (options: Options) => {
      const { runEval } = await import('../../evals/index.ts');
      done(await untilInterrupted(runEval(argumentsOf(options, userCwd()))));
    });
}

/** Options as the suite's own command line has them; paths are the caller's. */
export function argumentsOf(options: Options, cwd: string): string[] {
  const pathOf = (path: string | undefined) => (path === undefined ? undefined : resolve(cwd, path));
  const given = (name: string, value: string | undefined) => (value === undefined ? [] : [name, value]);
  return [
    ...(options.cases ?? []).flatMap((dir) => given('--cases', pathOf(dir))),
    ...given('--matcher', options.matcher),
    ...given('--splits', options.splits),
    ...given('--max-pairs', options.maxPairs),
    ...given('--predictions', pathOf(options.predictions)),
    ...given('--report', pathOf(options.report)),
    ...given('--headline', pathOf(options.headline)),
    ...(options.accept ? ['--accept'] : []),
    ...(options.json ? ['--json'] : []),
  ];
}
