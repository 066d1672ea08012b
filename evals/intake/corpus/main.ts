import { join } from 'node:path';
import { filesIn } from './files-in.ts';
import { type Inspected, inspectFile } from './inspect-file.ts';

/** Reads every file of the corpus and prints what was not usable, then counts: `npm run eval:corpus`. */
const specs = process.env['CAUSEWAY_SPECS'];
const say = (text: string) => process.stdout.write(`${text}\n`);
if (specs === undefined) say('skipped: no corpus (set CAUSEWAY_SPECS to a folder of vendor descriptions)');
else {
  const all: Inspected[] = [];
  const only = process.argv[2];
  for (const file of await filesIn(specs)) {
    if (only !== undefined && !file.includes(only)) continue;
    const inspected = await inspectFile(join(specs, file), file);
    all.push(inspected);
    const { outcome, format, entities, fields, warnings, ms, says } = inspected;
    if (outcome !== 'usable' || only !== undefined || ms > 3_000) {
      say(
        `${outcome.padEnd(6)} ${String(ms).padStart(5)} ms  ${file}  ${says || `${format}: ${entities} record types, ${fields} fields, ${warnings} warnings`}`,
      );
    }
  }
  const count = (outcome: Inspected['outcome']) => all.filter((one) => one.outcome === outcome).length;
  const times = all.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  say(
    `\n${all.length} files: ${count('usable')} usable, ${count('thin')} without fields, ${count('error')} refused with words, ${count('crash')} crashes; ms p50 ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)}`,
  );
  if (count('crash') > 0) process.exitCode = 1;
}
