import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { Command } from 'commander';
import { closeSandbox, runModule, type SandboxResult, sandboxLimits } from '../../sandbox/index.ts';
import { readCallerFile } from '../../tools/core/documents/caller-file.ts';
import { exitCodes, RequestError } from '../../tools/core/index.ts';
import { interrupted, untilInterrupted } from '../interrupt.ts';
import { wholeNumber } from '../parse-option.ts';
import { printJson, say } from '../terminal/print.ts';
import { userCwd } from '../user-cwd.ts';

interface Options {
  json?: boolean;
  timeout: number;
  memory: number;
}

const { timeoutMs, memoryMb } = sandboxLimits;
const range = ({ min, max }: { min: number; max: number }) => `${min} to ${max}`;

/** `causeway sandbox FILE` */
export function sandboxCommand(done: (code: number) => void): Command {
  return new Command('sandbox')
    .description(
      'Run one TypeScript or JavaScript module in the sandbox: no network, no files, no environment.',
    )
    .argument('<file>', 'module whose default export is the result; a function is called')
    .option(
      '--timeout <ms>',
      `wall-clock limit, ${range(timeoutMs)}`,
      wholeNumber(timeoutMs),
      timeoutMs.default,
    )
    .option('--memory <mb>', `memory limit, ${range(memoryMb)}`, wholeNumber(memoryMb), memoryMb.default)
    .option('--json', 'print the result as JSON')
    .addHelpText('after', '\nExample:\n  $ causeway sandbox ./transform.ts --timeout 2000 --json')
    .action(async (file: string, options: Options) => {
      const entry = basename(file);
      const source = await readModule(resolve(userCwd(), file));
      try {
        const result = await untilInterrupted(
          runModule({
            files: { [entry]: source },
            entry,
            timeoutMs: options.timeout,
            memoryMb: options.memory,
          }),
        );
        if (options.json) printJson(result);
        else printVerdict(result);
        done(result.verdict === 'ok' ? exitCodes.done : exitCodes.needsPerson);
      } finally {
        await closeSandbox();
      }
    });
}

const mostMb = 5;

/** The text of a module. Throws `too_large`, `unreadable_path` for what is no regular file, and system errors. */
async function readModule(path: string): Promise<string> {
  if ((await stat(path)).size > mostMb * 1024 * 1024)
    throw new RequestError('too_large', `${path} is larger than ${mostMb} MB`, 'Give a smaller module');
  return new TextDecoder().decode(await readCallerFile(path, interrupted));
}

function printVerdict({ verdict, logs, error, value, ms }: SandboxResult): void {
  for (const log of logs) say(log);
  const at = error?.at == null ? '' : ` (${error.at})`;
  const what = error === null ? JSON.stringify(value) : `${error.message}${at}`;
  say(`${verdict} in ${Math.round(ms)} ms: ${what}`);
}
