import { Command } from 'commander';
import { untilInterrupted } from '../interrupt.ts';

/** `causeway eval …`: the arguments are the eval suite's own. */
export function evalCommand(done: (code: number) => void): Command {
  return new Command('eval')
    .description('Score the mapping engine on cases with known answers.')
    .option('--cases <dir...>', 'folder of cases, or of folders of cases; may be repeated')
    .option('--matcher <name>', 'causeway, exact-name, jaro-winkler or trigram')
    .option('--predictions <file>', 'write one JSON line per scored target')
    .option('--json', 'print the scores as JSON')
    .action(async (options: { cases?: string[]; matcher?: string; predictions?: string; json?: boolean }) => {
      const argv = [
        ...(options.cases ?? []).flatMap((dir) => ['--cases', dir]),
        ...(options.matcher === undefined ? [] : ['--matcher', options.matcher]),
        ...(options.predictions === undefined ? [] : ['--predictions', options.predictions]),
        ...(options.json ? ['--json'] : []),
      ];
      const { runEval } = await import('../../evals/index.ts');
      done(await untilInterrupted(runEval(argv)));
    });
}
