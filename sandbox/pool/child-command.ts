import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import { containment } from './containment.ts';

/** The command line of a child that runs a script: Node without rights, under the kernel's limits. */
export function childCommand(script: string): { command: string; args: string[] } {
  const words = [...containment(), process.execPath, ...flags(), '--eval', script];
  const [command = process.execPath, ...args] = words;
  return { command, args };
}

/**
 * `--jitless` removes the optimising compilers, the source of most engine holes. `--permission` denies files,
 * processes and workers; what a child must still read is isolated-vm and what loads it. `--allow-addons` weakens
 * the permission model, so that is a second layer: the wall is the process.
 */
function flags(): string[] {
  const isolatedVm = dirname(createRequire(import.meta.url).resolve('isolated-vm/package.json'));
  const loader = dirname(createRequire(`${isolatedVm}/`).resolve('node-gyp-build/package.json'));
  return [
    '--no-node-snapshot',
    '--permission',
    '--allow-addons',
    ...[isolatedVm, loader].map((folder) => `--allow-fs-read=${folder}${sep}`),
    '--allow-fs-read=/etc/alpine-release',
    '--jitless',
    '--disable-warning=SecurityWarning',
  ];
}
