import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const folder = () => mkdtempSync(join(tmpdir(), 'causeway-cli-'));
const environment = (home: string) => ({
  PATH: process.env['PATH'] ?? '',
  HOME: home,
  CAUSEWAY_HOME: join(home, 'state'),
  CAUSEWAY_MUTANTS: '0',
});

/** Runs the program as a user would: exit code, stdout, and stderr line by line. */
function causeway(args: string[], options: { cwd?: string; env?: Record<string, string> } = {}) {
  const cwd = options.cwd ?? folder();
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd,
    env: { ...environment(cwd), ...options.env },
    encoding: 'utf8',
  });
  return { status, stdout, lines: stderr.trimEnd().split('\n') };
}

test('an error is one line that says what to do next, and the exit code is the program’s', () => {
  const answer = causeway(['inspect', 'hubspott']);
  expect(answer).toMatchObject({
    status: 2,
    stdout: '',
    lines: [expect.stringContaining('Did you mean hubspot?')],
  });
});

test('with --json an error is on stdout too, as one document', () => {
  const { status, stdout } = causeway(['inspect', 'nowhere', '--json']);
  expect({ status, code: JSON.parse(stdout).error.code }).toStrictEqual({
    status: 2,
    code: 'unknown_system',
  });
});

test('all problems of the environment are told at once, without values', () => {
  const env = { ANTHROPIC_BASE_URL: 'secret-thing', CAUSEWAY_ALLOW_REPOS: 'x' };
  const { status, lines } = causeway(['runs'], { env });
  expect(status).toBe(2);
  expect(lines[0]).toMatch(
    /ANTHROPIC_BASE_URL.*CAUSEWAY_ALLOW_REPOS|CAUSEWAY_ALLOW_REPOS.*ANTHROPIC_BASE_URL/,
  );
  expect(lines.join()).not.toContain('secret-thing');
});

test.skipIf(process.getuid?.() === 0)('an unwritable home is named', () => {
  const cwd = folder();
  chmodSync(cwd, 0o500);
  expect(causeway(['runs'], { cwd, env: { CAUSEWAY_HOME: join(cwd, 'x') } })).toMatchObject({ status: 2 });
});

test('inspect and map print the documents of the contract', () => {
  const inspection = JSON.parse(causeway(['inspect', 'hubspot', '--entity', 'contacts', '--json']).stdout);
  expect(Object.keys(inspection)).toEqual(
    expect.arrayContaining([
      'system',
      'title',
      'version',
      'format',
      'warnings',
      'entities',
      'patterns',
      'entity',
    ]),
  );
  expect(inspection.entity).toMatchObject({
    name: 'contact',
    idField: 'id',
    naturalKeys: ['properties.email'],
  });
  const mapped = causeway(['map', '--source', 'hubspot#contact', '--target', 'netsuite#contact', '--json']);
  const mapping = JSON.parse(mapped.stdout);
  expect(mapping).toMatchObject({
    source: { system: 'hubspot', entity: 'contact' },
    target: { system: 'netsuite', entity: 'contact' },
  });
  expect(
    Object.fromEntries(
      mapping.rows.map((row: { target: string; sources: string[] }) => [row.target, row.sources.join()]),
    ),
  ).toMatchObject({
    email: 'properties.email',
    firstName: 'properties.firstname',
    lastName: 'properties.lastname',
  });
});

test('the sandbox runs one module and tells its verdict', () => {
  const cwd = folder();
  writeFileSync(
    join(cwd, 'ok.ts'),
    'export default async (): Promise<number> => { console.log("hello"); return 6 * 7; };',
  );
  writeFileSync(join(cwd, 'loop.ts'), 'for (;;) {}');
  const ok = causeway(['sandbox', 'ok.ts', '--json'], { cwd });
  expect({ status: ok.status, ...JSON.parse(ok.stdout), ms: 0 }).toStrictEqual({
    status: 0,
    verdict: 'ok',
    value: 42,
    logs: ['hello'],
    error: null,
    ms: 0,
  });
  const loop = causeway(['sandbox', 'loop.ts', '--json', '--timeout', '500'], { cwd });
  expect({ status: loop.status, verdict: JSON.parse(loop.stdout).verdict }).toStrictEqual({
    status: 1,
    verdict: 'timeout',
  });
});

test('Ctrl-C ends in one line, and the same command goes on', async () => {
  const cwd = folder();
  spawnSync('git', ['init', '--quiet', cwd]);
  const args = [main, 'connect', 'connect HubSpot contacts to NetSuite contacts', '--repo', '.', '--yes'];
  const child = spawn(process.execPath, args, {
    cwd,
    env: environment(cwd),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk;
    // Once: a second Ctrl-C ends the process at once.
    if (!child.killed && stderr.includes('propose_mapping')) child.kill('SIGINT');
  });
  const [status] = await once(child, 'close');
  expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/^causeway: cancelled: /);
  expect(status).toBe(4);
  const again = causeway(args.slice(1), { cwd });
  expect(again.lines.join('\n')).toContain('Pull request (local)');
  expect(readdirSync(cwd).sort()).toStrictEqual(['.git', 'state']);
});

const shell = (script: string) => {
  const cwd = folder();
  const command = script.replace('causeway', `"${process.execPath}" "${main}"`);
  const { status, stderr } = spawnSync('bash', ['-c', command], {
    cwd,
    env: environment(cwd),
    encoding: 'utf8',
  });
  return { status, stderr };
};
test('a closed output ends nothing and throws nothing', () => {
  expect(shell('set -o pipefail; causeway inspect hubspot --json | true')).toStrictEqual({
    status: 0,
    stderr: '',
  });
  const sentence = 'connect HubSpot contacts to NetSuite contacts';
  // 1: rows are left open, and the run came to its end.
  expect(shell(`causeway connect "${sentence}" --dry-run --yes 2> >(true)`)).toStrictEqual({
    status: 1,
    stderr: '',
  });
});

test('inspect is left by Ctrl-C, in one line', async () => {
  const cwd = folder();
  // A server that never answers.
  const server = createServer((request) => {
    request.resume();
    child.kill('SIGINT');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api.json`;
  const child = spawn(process.execPath, [main, 'inspect', url], {
    cwd,
    env: { ...environment(cwd), CAUSEWAY_ALLOW_HOSTS: '127.0.0.1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk;
  });
  const [status] = await once(child, 'close');
  server.close();
  server.closeAllConnections();
  expect({ status, stderr }).toStrictEqual({
    status: 4,
    stderr:
      'causeway: cancelled: The work was cancelled. Run the command again; finished steps are not repeated\n',
  });
});
