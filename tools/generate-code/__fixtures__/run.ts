import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { repository } from './write-connector.ts';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program of node_modules/.bin, or Node itself, to its end. */
export function runProgram(
  name: 'node' | 'tsc' | 'vitest',
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Ended> {
  const bin = (file: string) => join(repository, 'node_modules/.bin', file);
  const env = { PATH: process.env['PATH'] ?? '', NO_COLOR: '1', ...options.env };
  const all = name === 'node' ? args : [bin(name), ...args];
  const program = name === 'tsc' ? bin('tsc') : process.execPath;
  return new Promise((resolve) => {
    const child = execFile(
      program,
      name === 'tsc' ? args : all,
      { cwd: options.cwd, env, maxBuffer: 1e8 },
      (_, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}
