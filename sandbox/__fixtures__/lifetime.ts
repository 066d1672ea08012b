import { runModule } from '../index.ts';

// Runs one job, tells how it went, starts a bomb when asked to, and never closes the sandbox.
const { value } = await runModule({ files: { 'a.ts': 'export default 7;' }, entry: 'a.ts' });
process.stdout.write(`${value}\n`);
if (process.argv[2] === 'bomb') {
  await runModule({ files: { 'a.ts': 'for (;;);' }, entry: 'a.ts', timeoutMs: 60_000 });
}
