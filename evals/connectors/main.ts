import { cpus } from 'node:os';
import { closeSandbox } from '../../sandbox/index.ts';
import { judgePair } from './judge-pair.ts';
import { pairs } from './pairs.ts';
import { table } from './table.ts';

/** `npm run eval:connectors -- [--records N] [pair part …]`: exit code 1 when a run lost, doubled or spoiled a record. */
const [first, second, ...rest] = process.argv.slice(2);
const records = first === '--records' ? Number(second) : 1000;
const parts = first === '--records' ? rest : process.argv.slice(2);
const chosen = pairs.filter((pair) => parts.length === 0 || parts.some((part) => pair.includes(part)));

const specs = process.env['CAUSEWAY_SPECS'] ?? null;
if (specs === null) process.stderr.write('Vendors’ descriptions: skipped: no corpus (CAUSEWAY_SPECS)\n');
process.stderr.write(
  `${chosen.length} pairs, ${records} records each, Node ${process.version}, ${cpus().length} cores\n`,
);
const results = [];
for (const pair of chosen) {
  const result = await judgePair(pair, { records, specs });
  results.push(result);
  process.stderr.write(`${result.pair}: ${result.error ?? (result.good ? 'good' : 'NOT GOOD')}\n`);
}
await closeSandbox();
process.stdout.write(table(results));
if (results.some(({ good }) => !good)) process.exitCode = 1;
