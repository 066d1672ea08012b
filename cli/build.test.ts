import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { tempFolder } from '../agent/__fixtures__/temp-repository.ts';

test('the built package does the main job as JavaScript', () => {
  const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
  execFileSync(process.execPath, [path('./build.ts')]);
  const home = tempFolder('home');
  const args = [
    path('../dist/cli/main.js'),
    'connect',
    'connect HubSpot contacts to NetSuite contacts',
    '--dry-run',
    '--yes',
    '--json',
  ];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: home,
    env: { PATH: process.env['PATH'] ?? '', HOME: home, CAUSEWAY_HOME: home, CAUSEWAY_MUTANTS: '0' },
    encoding: 'utf8',
  });
  expect(stderr).toContain('✓ open_pr');
  expect(JSON.parse(stdout)).toMatchObject({
    status: 'done',
    tests: { failed: 0 },
    pullRequest: { kind: 'dry-run', commit: null },
  });
});
