import { cpus } from 'node:os';
import { closeSandbox } from '../../sandbox/index.ts';
import { judgePair, type PairResult } from './judge-pair.ts';
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
// Two at a time: a connector among faults waits more than it works.
const results: PairResult[] = [];
const waiting = [...chosen.entries()];
async function work(): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [at, pair] = next;
    const result = await judgePair(pair, { records, specs });
    results[at] = result;
    process.stderr.write(`${result.pair}: ${result.error ?? (result.good ? 'good' : 'NOT GOOD')}\n`);
  }
}
await Promise.all([work(), work()]);
await closeSandbox();
process.stdout.write(table(results));
if (results.some(({ good }) => !good)) process.exitCode = 1;
