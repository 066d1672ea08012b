import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Ended {
  readonly code: number | null;
  readonly summary: Readonly<Record<string, unknown>> | null;
  readonly stderr: string;
}

/** A process of the connector: `end` is its end, `kill` ends it as a machine that loses its power does. */
export function startConnector(folder: string, env: Readonly<Record<string, string>>) {
  const child: ChildProcess = spawn(process.execPath, ['src/main.ts', '--json'], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', LOG_LEVEL: 'error', ...env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr?.on('data', (chunk) => (stderr += String(chunk)));
  const end = async (): Promise<Ended> => {
    await once(child, 'close');
    return { code: child.exitCode, summary: stdout === '' ? null : JSON.parse(stdout), stderr };
  };
  return { end: end(), kill: () => child.kill('SIGKILL') };
}

/** The settings of a connector: both hosts, and a stand-in for everything that has no default. */
export async function settingsFor(
  folder: string,
  hosts: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const text = await readFile(join(folder, '.env.example'), 'utf8');
  const needed = [...text.matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => [name ?? '', 'secret-1']);
  return { ...Object.fromEntries(needed), ...hosts };
}
