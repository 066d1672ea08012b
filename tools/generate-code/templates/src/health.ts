import { parseArgs } from 'node:util';
import { readLastRun } from './last-run.ts';

const help = `Usage: npm run -s health [-- --max-age HOURS]

Says as JSON how the last run ended. Asks no API and needs no credentials.

  --max-age HOURS  how old the last run may be (default 24)

Exit codes: 0 it ended without a failure, in time   1 it did not, or there was none   2 arguments
`;

process.exitCode = await health();

async function health(): Promise<number> {
  try {
    const { values } = parseArgs({
      options: { 'max-age': { type: 'string', default: '24' }, help: { type: 'boolean', default: false } },
    });
    if (values.help) {
      process.stdout.write(help);
      return 0;
    }
    const hours = Number(values['max-age']);
    if (!(hours > 0)) throw new Error(`--max-age ${values['max-age']} is not a number of hours`);
    const last = await readLastRun(process.env['STATE_DIR'] || './.state');
    const ageHours = last === null ? null : (Date.now() - Date.parse(last.end)) / 3_600_000;
    const healthy = last !== null && last.result !== 'failed' && ageHours !== null && ageHours <= hours;
    process.stdout.write(`${JSON.stringify({ healthy, lastRun: last })}\n`);
    return healthy ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    return 2;
  }
}
