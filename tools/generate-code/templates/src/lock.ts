import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type LockHolder, ourselves, parseHolder, runs } from './lock-holder.ts';

const heartbeatMs = 15_000;
const staleMs = 60_000;

/** Another run holds the state folder. */
export class LockedError extends Error {
  override readonly name = 'LockedError';
}

/**
 * Keeps a second run out of the state folder: two at once would write records twice. The holder touches the lock file
 * while it lives. A lock is taken over at once when its process is known to be gone, and after a minute of silence
 * where that cannot be seen, as from another container. Answers the function that releases it.
 */
export async function lock(folder: string, pollMs = 1_000): Promise<() => Promise<void>> {
  const path = join(folder, 'lock');
  const own = await ourselves();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (;;) {
    try {
      await writeFile(path, JSON.stringify(own), { flag: 'wx', mode: 0o600 });
      return keep(path, own);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = await holderOf(path);
    if ((await runs(holder, own)) ?? (await isTouched(path, pollMs))) {
      const who = holder === undefined ? 'another run' : `process ${holder.pid} on ${holder.host}`;
      throw new LockedError(`${who} is using ${folder}; wait for it, or give this run another STATE_DIR`);
    }
    // Unless somebody else was faster.
    if ((await holderOf(path))?.token === holder?.token) await rm(path, { force: true });
  }
}

/** Watches a lock until its holder touches it, or has been silent for too long. */
async function isTouched(path: string, pollMs: number): Promise<boolean> {
  const first = await touchedAt(path);
  for (let waited = 0; first !== undefined && waited < staleMs; waited += pollMs) {
    if (Date.now() - first > staleMs) return false;
    await setTimeout(pollMs);
    const last = await touchedAt(path);
    if (last !== first) return last !== undefined;
  }
  return false;
}

async function touchedAt(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );
}

function keep(path: string, own: LockHolder): () => Promise<void> {
  const timer = setInterval(() => {
    const now = new Date();
    // A missed beat is no reason to stop: the next one may work.
    utimes(path, now, now).catch(() => undefined);
  }, heartbeatMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    if ((await holderOf(path))?.token === own.token) await rm(path, { force: true });
  };
}

async function holderOf(path: string): Promise<LockHolder | undefined> {
  return parseHolder(await readFile(path, 'utf8').catch(() => ''));
}
