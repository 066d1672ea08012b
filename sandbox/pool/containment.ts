import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Limits of the whole child process, over those of the isolate. */
const limits = ['--as=2147483648', '--cpu=180', '--core=0', '--fsize=0'];

let known: readonly string[] | null = null;

/**
 * The words to put before a command so that it runs under kernel limits and without a network, as far as this
 * machine can: `prlimit` and `unshare` are tried once. Both replace themselves by the command, so the process
 * id stays the same.
 */
export function containment(): readonly string[] {
  known ??= [...working([tool('prlimit'), ...limits]), ...working([tool('unshare'), '-rn'])];
  return known;
}

function tool(name: string): string | null {
  const folders = ['/usr/bin', '/bin', '/usr/sbin', '/sbin'];
  return folders.map((folder) => `${folder}/${name}`).find((path) => existsSync(path)) ?? null;
}

function working([command, ...args]: readonly (string | null)[]): string[] {
  if (command === null || command === undefined) return [];
  const words = args.filter((word) => word !== null);
  const { status } = spawnSync(command, [...words, process.execPath, '--version'], {
    env: {},
    stdio: 'ignore',
  });
  return status === 0 ? [command, ...words] : [];
}
