import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Another run holds the state folder. */
export class LockedError extends Error {
  override readonly name = 'LockedError';
}

/**
 * Keeps a second run out of the state folder: two at once would write records twice. A lock left behind by a killed
 * run is taken over. Answers the function that releases it.
 */
export async function lock(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'lock');
  await mkdir(folder, { recursive: true });
  for (;;) {
    try {
      await writeFile(path, String(process.pid), { flag: 'wx' });
      return () => rm(path, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = Number(await readFile(path, 'utf8').catch(() => ''));
    if (isAlive(holder)) {
      throw new LockedError(
        `process ${holder} is using ${folder}; wait for it, or give this run another STATE_DIR`,
      );
    }
    await rm(path, { force: true });
  }
}

/** In a container every run has the same process id: a lock with ours is left over. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
