import { randomUUID } from 'node:crypto';
import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { readPath, textAt } from './json.ts';

/** Who holds a lock. Process ids repeat (a container's first process is always 1), so they alone say nothing. */
export interface LockHolder {
  readonly host: string;
  readonly pid: number;
  /** Where the process id counts: boot and process namespace; null when that cannot be read. */
  readonly space: string | null;
  /** When the process started, in ticks since boot; null when that cannot be read. */
  readonly started: string | null;
  /** Tells two locks of one process apart. */
  readonly token: string;
}

const token = randomUUID();

export async function ourselves(): Promise<LockHolder> {
  const boot = await text('/proc/sys/kernel/random/boot_id');
  const namespace = await readlink('/proc/self/ns/pid').catch(() => null);
  const space = boot === null || namespace === null ? null : `${boot.trim()} ${namespace}`;
  const { pid } = process;
  return { host: hostname(), pid, space, started: await startOf(pid), token };
}

export function parseHolder(content: string): LockHolder | undefined {
  try {
    const parsed: unknown = JSON.parse(content);
    const pid = readPath(parsed, ['pid']);
    if (typeof pid !== 'number' || !Number.isInteger(pid) || pid <= 0) return undefined;
    return {
      host: textAt(parsed, ['host']) ?? '',
      pid,
      space: textAt(parsed, ['space']) ?? null,
      started: textAt(parsed, ['started']) ?? null,
      token: textAt(parsed, ['token']) ?? '',
    };
  } catch {
    return undefined;
  }
}

/** Whether the holder still runs; undefined when it cannot be seen from here. */
export async function runs(holder: LockHolder | undefined, own: LockHolder): Promise<boolean | undefined> {
  if (holder === undefined || holder.host !== own.host || holder.space !== own.space) return undefined;
  if (!exists(holder.pid)) return false;
  if (holder.started !== null) return (await startOf(holder.pid)) === holder.started;
  return holder.pid === own.pid ? holder.token === own.token : true;
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function startOf(pid: number): Promise<string | null> {
  const line = await text(`/proc/${pid}/stat`);
  // The name in parentheses may hold anything; the start is the 22nd field, the 20th after it.
  return line?.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

async function text(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}
