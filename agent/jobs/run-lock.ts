import { DatabaseSync } from 'node:sqlite';
import { RequestError } from '../../tools/core/index.ts';

const sqliteBusy = 5;

/**
 * Holds a run for one process. The lock is SQLite's own file lock, so the operating system drops it when the
 * process dies: after kill -9 there is no stale lock to wait for.
 * Throws `run_busy` when another process (or another caller in this one) has it.
 */
export function lockRun(file: string, run: string): { release(): void } {
  const db = new DatabaseSync(file);
  try {
    db.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (cause) {
    db.close();
    if (!isBusy(cause)) throw cause;
    throw new RequestError(
      'run_busy',
      `Run ${run} is being worked on by another process`,
      'Wait for it to finish, or stop that process and try again',
      { cause },
    );
  }
  return { release: () => db.close() };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === sqliteBusy;
}
