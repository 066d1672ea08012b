import { parseArgs } from 'node:util';
import { ConfigError } from './config-error.ts';
import { runCommand } from './run-command.ts';
import { setUp } from './set-up.ts';
import { sync } from './sync.ts';

const help = `Usage: npm run sync -- [--full] [--dry-run] [--limit N] [--json]

  --full      read everything and write it again, also what has not changed
  --dry-run   read and check, write nothing anywhere
  --limit N   stop after N records
  --json      print the summary as JSON
`;

process.exitCode = await runCommand(help, async () => {
  const { values } = parseArgs({
    options: {
      full: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      limit: { type: 'string', default: 'Infinity' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const limit = Number(values.limit);
  if (!(limit >= 1)) throw new ConfigError(`--limit ${values.limit} is not a number of records`);

  const { config, connection, tools } = setUp();
  return {
    stateDir: config.stateDir,
    telemetry: tools.telemetry,
    json: values.json,
    run: (state, counts) =>
      sync(
        connection,
        { ...tools, state, counts },
        {
          full: values.full,
          always: values.full,
          dryRun: values['dry-run'],
          confirmed: false,
          limit,
        },
      ),
  };
});
