import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ConfigError } from './config-error.ts';
import { readDeadLetters } from './dead-letters.ts';
import { runCommand } from './run-command.ts';
import { setUp } from './set-up.ts';
import { syncRecords } from './sync.ts';

const help = `Usage: npm run replay -- --dead-letters FILE [--dry-run] [--json]

Sends the records of a dead letter file again, as they are in the source now. One that is no longer there is skipped.
What fails again is written to a new file.
`;

process.exitCode = await runCommand(help, async () => {
  const { values } = parseArgs({
    options: {
      'dead-letters': { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const file = values['dead-letters'];
  if (file === undefined) throw new ConfigError('--dead-letters FILE is missing');

  const { config, connection, tools } = setUp();
  return {
    stateDir: config.stateDir,
    telemetry: tools.telemetry,
    json: values.json,
    run: async (state, counts) => {
      const { records, gone } = await readDeadLetters(await readFile(file, 'utf8'), connection.source);
      for (const source of gone) tools.log.warn('record is no longer in the source, skipped', { source });
      counts.read += gone.length;
      counts.skipped += gone.length;
      const options = { always: true, dryRun: values['dry-run'], confirmed: true };
      return syncRecords(connection, { ...tools, state, counts }, records, options);
    },
  };
});
