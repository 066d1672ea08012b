import { enableCompileCache } from 'node:module';
import { interrupted, watchInterrupts } from './interrupt.ts';

/** Starts the program on this process's arguments and sets its exit code. */
export async function start(): Promise<void> {
  // Before anything that takes time to load: Ctrl-C should end in a line of ours from the start.
  watchInterrupts();
  // The second start is faster by half: Node keeps the compiled modules in the temporary folder.
  enableCompileCache();
  const { guardStreams } = await import('./terminal/guard-streams.ts');
  guardStreams(process.stdout, process.stderr, (code) => {
    process.exitCode = code;
  });
  const { run } = await import('./run.ts');
  const code = await run(process.argv.slice(2));
  // Set, not exit(): output that is still being written must reach a pipe whole.
  process.exitCode ??= code;
  // Work that does not look at the signal shall not keep an interrupted program.
  if (interrupted.aborted) process.stdout.write('', () => process.stderr.write('', () => process.exit()));
}
