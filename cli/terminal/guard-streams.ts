import type { Writable } from 'node:stream';
import { exitCodes } from '../../tools/core/index.ts';

/**
 * Keeps a closed or full output from ending the program in the middle of its work. A reader who has gone (EPIPE) is no
 * failure; anything else is told on stderr, once, and to `failed` with the exit code.
 */
export function guardStreams(stdout: Writable, stderr: Writable, failed: (code: number) => void): void {
  const once = new Set<string>();
  const guard = (stream: Writable, name: string) => {
    stream.on('error', ({ code }: NodeJS.ErrnoException) => {
      if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || once.has(name)) return;
      once.add(name);
      failed(exitCodes.outside);
      if (stream === stderr) return;
      const what = code === 'ENOSPC' ? 'disk_full: The disk is full' : 'output_failed: Writing failed';
      stderr.write(`causeway: ${what} at ${name} (${code}). Free some space, or write elsewhere.\n`);
    });
  };
  guard(stdout, 'stdout');
  guard(stderr, 'stderr');
}
