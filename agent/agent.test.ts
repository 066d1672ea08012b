import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { closeSandbox } from '../sandbox/index.ts';
import { createLog, readConfig } from '../tools/core/index.ts';
import { git, tempFolder, tempRepository } from './__fixtures__/temp-repository.ts';
import { Agent } from './agent.ts';

const sentence = 'connect HubSpot contacts to NetSuite';
let agent: Agent;
let repo: string;

beforeEach(async () => {
  repo = tempRepository();
  agent = await Agent.open(
    readConfig({ CAUSEWAY_HOME: tempFolder('home'), CAUSEWAY_MUTANTS: '0' }),
    createLog(false),
  );
});
afterEach(() => agent.close());
afterAll(closeSandbox);

test('the main job: one sentence, one branch with tested code, and the choice of record type is said', async () => {
  const result = await agent.connect({ sentence, repo, approval: 'policy' }, { cwd: '/' });
  expect(result).toMatchObject({
    status: 'done',
    source: { system: 'hubspot', entity: 'contact' },
    target: { system: 'netsuite' },
  });
  expect(result.notes.join()).toMatch(
    /No NetSuite record type was named\. Chosen: (contact|customer), .*fit: .*contact \d+ %/,
  );
  expect(result.tests).toMatchObject({ failed: 0, skipped: 0 });
  expect(result.tests.passed).toBeGreaterThan(20);
  const { pullRequest } = result;
  expect(git(repo, 'rev-parse', pullRequest?.branch ?? '')).toBe(pullRequest?.commit);
  expect(git(repo, 'branch', '--show-current')).toBe('main');
  expect(git(repo, 'status', '--porcelain')).toBe('');
});

test('a review waits without holding anything; only the yes that names its mapping opens the pull request, once', async () => {
  const waiting = await agent.connect({ sentence: `${sentence} contacts`, repo }, { cwd: '/' });
  const mapping = waiting.mapping?.id ?? '';
  expect(waiting).toMatchObject({ status: 'waiting', pullRequest: null });
  expect(git(repo, 'branch', '--list')).toBe('* main');

  const other = `mapping_${'0'.repeat(24)}`;
  await expect(agent.approve({ run: waiting.run, mapping: other })).rejects.toMatchObject({
    code: 'mapping_changed',
    kind: 'refused',
  });
  const badRow = { target: 'emial', status: 'approved' as const };
  await expect(agent.approve({ run: waiting.run, mapping, rows: [badRow] })).rejects.toMatchObject({
    kind: 'request',
    message: expect.stringContaining('emial'),
  });
  expect(git(repo, 'branch', '--list')).toBe('* main');

  const rows = [{ target: 'email', status: 'rejected' as const }];
  const done = await agent.approve({ run: waiting.run, mapping, rows });
  expect(done).toMatchObject({ status: 'done', tests: { failed: 0 } });
  expect(
    git(
      repo,
      'show',
      `${done.pullRequest?.branch}:integrations/hubspot-contact-to-netsuite-contact/src/transform.ts`,
    ),
  ).not.toMatch(/\bemail:/);
  expect(await agent.approve({ run: waiting.run, mapping, rows })).toStrictEqual(done);
  expect(git(repo, 'rev-list', '--count', `main..${done.pullRequest?.branch}`)).toBe('1');
});

test('a yes whose work failed can be given anew, with other decisions; after the pull request it cannot', async () => {
  const { run, mapping } = await agent.connect({ sentence: `${sentence} contacts`, repo }, { cwd: '/' });
  const folder = join(repo, 'integrations/hubspot-contact-to-netsuite-contact');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  const yes = (status: 'approved' | 'rejected') => ({
    run,
    mapping: mapping?.id ?? '',
    rows: [{ target: 'email', status }],
  });
  await expect(agent.approve(yes('approved'))).rejects.toMatchObject({ code: 'dirty_path' });

  rmSync(folder, { recursive: true });
  const done = await agent.approve(yes('rejected'));
  expect(await agent.mapping(done.mapping?.id ?? '')).toMatchObject({
    rows: expect.arrayContaining([expect.objectContaining({ target: 'email', status: 'rejected' })]),
  });
  expect(await agent.approve(yes('rejected'))).toStrictEqual(done);
  await expect(agent.approve(yes('approved'))).rejects.toMatchObject({ code: 'already_approved' });
});

test('an interrupted run is not gone on with when a file it has read has changed', async () => {
  const folder = tempFolder('samples');
  const file = join(folder, 'acme.json');
  const connect = async (record: object, signal: AbortSignal) => {
    writeFileSync(file, JSON.stringify([record]));
    const options = { cwd: folder, signal, onStep: () => {} };
    return agent.connect(
      { sentence: 'sync Acme people to HubSpot contacts', sourceSpec: './acme.json', repo },
      options,
    );
  };
  const stop = new AbortController();
  stop.abort();
  await expect(connect({ id: '1', mail_address: 'a@example.com' }, stop.signal)).rejects.toThrow();
  const { mapping } = await connect({ id: '1', email: 'a@example.com' }, new AbortController().signal);
  const sources = (await agent.mapping(mapping?.id ?? '')).rows.flatMap((row) => row.sources);
  expect(sources).toContain('email');
  expect(sources).not.toContain('mail_address');
  expect(agent.runs()).toHaveLength(2);
});

test('a rejected run opens nothing, ever', async () => {
  const waiting = await agent.connect({ sentence, repo }, { cwd: '/' });
  expect(agent.reject(waiting.run)).toMatchObject({ status: 'rejected' });
  await expect(agent.approve({ run: waiting.run, mapping: waiting.mapping?.id ?? '' })).rejects.toMatchObject(
    { code: 'not_waiting' },
  );
  await expect(agent.resume(waiting.run)).rejects.toMatchObject({ code: 'run_rejected' });
});

test.each([
  [
    'connect HubSpot contacts to the moon',
    {
      code: 'unknown_system',
      message: expect.stringContaining('NetSuite'),
      hint: expect.stringContaining('--target-spec'),
    },
  ],
  [
    'connect HubSpot to NetSuite',
    { code: 'entity_missing', message: expect.stringContaining('contact, company, deal') },
  ],
])('%s: refused with what is known', async (words, error) => {
  await expect(agent.connect({ sentence: words, dryRun: true })).rejects.toMatchObject({
    kind: 'request',
    ...error,
  });
});

test('a policy under which no row is sure enough is refused with the surest row', async () => {
  const request = {
    sentence: `${sentence} contacts`,
    dryRun: true,
    approval: 'policy' as const,
    threshold: 1,
  };
  await expect(agent.connect(request)).rejects.toMatchObject({
    code: 'nothing_approved',
    message: expect.stringMatching(/threshold 1; the surest has 0\.9\d/),
  });
});

test('a repository is asked for before the work', async () => {
  await expect(agent.connect({ sentence })).rejects.toMatchObject({ code: 'no_repository' });
  await expect(agent.connect({ sentence, repo: '/somewhere' }, { cwd: null })).rejects.toMatchObject({
    code: 'local_path_not_allowed',
  });
  expect(agent.runs()).toStrictEqual([]);
});

test('killed in any step, the same command goes on; no finished step is repeated, one branch, one commit', () => {
  const home = tempFolder('home');
  const script = fileURLToPath(new URL('./__fixtures__/connect.ts', import.meta.url));
  const start = (dieIn: string) =>
    spawnSync(process.execPath, [script, home, repo, dieIn], { encoding: 'utf8' });
  const lines = (dieIn: string) => start(dieIn).stdout.trim().split('\n');

  expect(start('propose_mapping → netsuite contact').signal).toBe('SIGKILL');
  const second = lines('open_pr').filter((line) => line.startsWith('running'));
  expect(second).toStrictEqual([
    'running propose_mapping → netsuite contact',
    'running review_mapping',
    'running generate_code',
    'running run_tests',
    'running open_pr',
  ]);
  const third = lines('');
  expect(third.filter((line) => line.startsWith('running'))).toStrictEqual(['running open_pr']);
  expect(third.at(-1)).toMatch(/^result done run_/);
  expect(git(repo, 'rev-list', '--count', 'main..causeway/hubspot-contact-to-netsuite-contact')).toBe('1');
});
