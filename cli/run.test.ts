import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { run } from './run.ts';

const start = process.cwd();
afterEach(() => {
  process.chdir(start);
  vi.restoreAllMocks();
});

/** Runs a command in this process: a wrong request ends before there is anything that only a process of its own shows. */
async function answerOf(args: readonly string[], cwd: string) {
  vi.stubEnv('CAUSEWAY_HOME', join(cwd, 'state'));
  vi.stubEnv('CAUSEWAY_REPO', undefined);
  vi.stubEnv('CAUSEWAY_MUTANTS', '0');
  // Set by npm, whose folder is not the user's.
  vi.stubEnv('INIT_CWD', undefined);
  process.chdir(cwd);
  const out = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      out[name] += String(text);
      return true;
    });
  }
  const status = await run(args);
  return { status, stdout: out.stdout, lines: out.stderr.trimEnd().split('\n') };
}

test('every command explains itself with an example', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'causeway-run-'));
  for (const command of ['connect', 'inspect', 'map', 'sandbox', 'mcp']) {
    const { status, stdout } = await answerOf([command, '--help'], cwd);
    expect({ command, status, example: /Examples?/.test(stdout) }).toStrictEqual({
      command,
      status: 0,
      example: true,
    });
  }
  const { stdout } = await answerOf(['--help'], cwd);
  for (const command of ['connect', 'inspect', 'map', 'sandbox', 'eval', 'runs', 'mcp', 'slack'])
    expect(stdout).toContain(`  ${command}`);
});

const file = (content: string) => (cwd: string) => {
  writeFileSync(join(cwd, 'given'), content);
  return './given';
};
test.each<[string, (cwd: string) => string[], number, RegExp]>([
  ['unknown command', () => ['conect'], 2, /^causeway: bad_usage: unknown command 'conect'.*causeway --help/],
  ['no command', () => [], 2, /^causeway: no_command: /],
  [
    'missing argument',
    () => ['inspect'],
    2,
    /^causeway: bad_usage: missing required argument 'spec'.*causeway inspect --help/,
  ],
  ['bad threshold', () => ['connect', 'x', '--threshold', '9'], 2, /^causeway: bad_usage: .*between 0 and 1/],
  ['unknown system', () => ['inspect', 'hubspott'], 2, /^causeway: unknown_system: .*Did you mean hubspot\?/],
  [
    'unknown entity',
    () => ['inspect', 'hubspot', '--entity', 'contcat'],
    2,
    /^causeway: unknown_entity: .*contact/,
  ],
  ['missing file', () => ['inspect', './nothing.yaml'], 2, /^causeway: [a-z_]+: .*nothing\.yaml/],
  [
    'a web page',
    (cwd) => ['inspect', file('<!doctype html><html><body>Sign in</body></html>')(cwd)],
    2,
    /^causeway: [a-z_]+: .*HTML/i,
  ],
  ['an empty file', (cwd) => ['inspect', file('')(cwd)], 2, /^causeway: [a-z_]+: .*empty/i],
  [
    'no repository',
    () => ['connect', 'connect HubSpot contacts to NetSuite', '--yes'],
    2,
    /^causeway: no_repository: .*--repo/,
  ],
  [
    'not a repository',
    () => ['connect', 'connect HubSpot contacts to NetSuite contacts', '--repo', '.', '--yes'],
    2,
    /causeway: [a-z_]+: .*git init/,
  ],
  [
    'not allowed',
    () => ['connect', 'connect HubSpot contacts to NetSuite contacts', '--repo', 'acme/app', '--yes'],
    3,
    /causeway: repo_not_allowed: .*CAUSEWAY_ALLOW_REPOS/,
  ],
  ['no such run', () => ['runs', 'show', 'run_1'], 2, /^causeway: unknown_run: /],
  ['a module that is not there', () => ['sandbox', 'no.ts'], 2, /^causeway: unreadable_path: .*no\.ts/],
  ['a module without an end', () => ['sandbox', '/dev/zero'], 2, /^causeway: unreadable_path: \/dev\/zero/],
  [
    'limits out of range',
    () => ['sandbox', 'x', '--memory', '1'],
    2,
    /^causeway: bad_usage: .*from 16 to 512/,
  ],
  ['an empty sentence', () => ['connect', ''], 2, /^causeway: bad_argument: .*the sentence is empty/],
])('%s: one line that says what to do next', async (_name, args, status, line) => {
  const cwd = mkdtempSync(join(tmpdir(), 'causeway-run-'));
  const answer = await answerOf(args(cwd), cwd);
  expect(answer).toMatchObject({ status, stdout: '' });
  expect(answer.lines.at(-1)).toMatch(line);
  expect(answer.lines.filter((text) => /^\s+at /.test(text))).toStrictEqual([]);
});
