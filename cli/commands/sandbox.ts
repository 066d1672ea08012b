import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { Command } from 'commander';
import { closeSandbox, runModule } from '../../sandbox/index.ts';
import { exitCodes } from '../../tools/core/index.ts';
import { positiveInteger } from '../parse-option.ts';
import { plain, printJson, say } from '../terminal/print.ts';
import { userCwd } from '../user-cwd.ts';

interface Options {
  json?: boolean;
  timeout: number;
  memory: number;
}

/** `causeway sandbox FILE` */
export function sandboxCommand(done: (code: number) => void): Command {
  return new Command('sandbox')
    .description(
      'Run one TypeScript or JavaScript module in the sandbox: no network, no files, no environment.',
    )
    .argument('<file>', 'module whose default export is the result; a function is called')
    .option('--timeout <ms>', 'wall-clock limit', positiveInteger, 10_000)
    .option('--memory <mb>', 'memory limit', positiveInteger, 128)
    .option('--json', 'print the result as JSON')
    .addHelpText('after', '\nExample:\n  $ causeway sandbox ./transform.ts --timeout 2000 --json')
    .action(async (file: string, options: Options) => {
      const entry = basename(file);
      const source = await readFile(resolve(userCwd(), file), 'utf8');
      try {
        const result = await runModule({
          files: { [entry]: source },
          entry,
          timeoutMs: options.timeout,
          memoryMb: options.memory,
        });
        if (options.json) printJson(result);
        else {
          for (const log of result.logs) say(plain(log));
          const what =
            result.error === null
              ? JSON.stringify(result.value)
              : `${result.error.message}${result.error.at === null ? '' : ` (${result.error.at})`}`;
          say(plain(`${result.verdict} in ${Math.round(result.ms)} ms: ${what}`));
        }
        done(result.verdict === 'ok' ? exitCodes.done : exitCodes.needsPerson);
      } finally {
        await closeSandbox();
      }
    });
}
