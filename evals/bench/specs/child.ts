import { contenders } from './contender.ts';

/** Runs one contender on one file, after its modules are loaded, and prints milliseconds, peak memory and what it found. */
const [name = '', file = '', entity = ''] = process.argv.slice(2);
const contender = await contenders[name]?.();
if (contender === undefined) throw new Error(`unknown contender ${name}`);
const start = performance.now();
let found: string;
try {
  found = await contender(file, entity);
} catch (error) {
  found = `failed: ${error instanceof Error ? error.message.slice(0, 80) : ''}`;
}
const ms = Math.round(performance.now() - start);
const mb = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(`${JSON.stringify({ ms, mb, found })}\n`);
