import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { exitCodes } from '../../tools/core/index.ts';
import { exportFormats, exportMapping } from '../../tools/export-mapping/index.ts';
import { callOrThrow } from '../call-or-throw.ts';
import { userCwd } from '../user-cwd.ts';
import { withAgent } from '../with-agent.ts';

interface Options {
  format: (typeof exportFormats)[number];
  out?: string;
}

/** `causeway export MAPPING --format sssom|csv|markdown [--out FILE]` */
export function exportCommand(done: (code: number) => void): Command {
  return new Command('export')
    .description('Write a mapping as SSSOM TSV, CSV or Markdown.')
    .argument('<mapping>', 'id that map or connect printed (mapping_…)')
    .addOption(new Option('--format <format>', 'what to write').choices([...exportFormats]).default('sssom'))
    .option('--out <file>', 'write to a file instead of the terminal')
    .addHelpText('after', '\nExample:\n  $ causeway export mapping_0a1b… --format csv --out mapping.csv')
    .action(async (mapping: string, { format, out }: Options) => {
      const { text } = await withAgent((agent, signal) =>
        callOrThrow(agent, exportMapping, { mapping, format }, signal),
      );
      if (out === undefined) process.stdout.write(text);
      else await writeFile(resolve(userCwd(), out), text);
      done(exitCodes.done);
    });
}
