import { once } from 'node:events';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Octokit } from '@octokit/rest';
import { createEmulator, type Emulator } from 'emulate';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { callTool } from '../../core/index.ts';
import { gitHttpServer, serveRepository } from '../__fixtures__/git-http-server.ts';
import { git, gitConfigFile, repository, temporaryFolder } from '../__fixtures__/git-sandbox.ts';
import { branch, files, folder, paths, proposalInput, testContext } from '../__fixtures__/proposal-input.ts';
import { openPr } from '../index.ts';

const token = 'ghp_verysecrettoken';
const encoded = Buffer.from(`x-access-token:${token}`).toString('base64');
const repo = 'octo/app';
const destination = { kind: 'github', repo };
let emulator: Emulator;
let gitServer: Server;
let bare: string;
let env: Record<string, string>;
let onGitRequest: (url: string) => void = () => {};
const servers: Server[] = [];

beforeAll(async () => {
  emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: { [token]: { login: 'octo', scopes: ['repo'] } },
      github: { users: [{ login: 'octo' }], repos: [{ owner: 'octo', name: 'app', auto_init: true }] },
    },
  });
});
afterAll(() => emulator.close());

beforeEach(async () => {
  vi.stubEnv('GIT_CONFIG_GLOBAL', gitConfigFile());
  // Of our own, so that what is left there can be told from what others leave.
  vi.stubEnv('TMPDIR', temporaryFolder('tmp'));
  emulator.reset();
  onGitRequest = () => {};
  const root = temporaryFolder('git-root');
  bare = serveRepository(root, repo, repository());
  const { url, server } = await gitHttpServer(root, token, (path) => onGitRequest(path));
  gitServer = server;
  env = {
    GITHUB_API_URL: emulator.url,
    GITHUB_GIT_URL: url,
    GITHUB_TOKEN: token,
    CAUSEWAY_ALLOW_REPOS: 'else/where,octo/app',
  };
});
afterEach(async () => {
  for (const server of [gitServer, ...servers.splice(0)]) {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
});

const pulls = async () =>
  (
    await new Octokit({ auth: token, baseUrl: emulator.url }).pulls.list({
      owner: 'octo',
      repo: 'app',
      state: 'all',
    })
  ).data;

async function open(connectorFiles = files, more: Record<string, string> = {}) {
  const context = testContext({ ...env, ...more });
  const result = await callTool(openPr, await proposalInput(context, destination, connectorFiles), context);
  const told = `${context.logged()} ${result.ok ? JSON.stringify(result) : `${result.error.stack} ${String(result.error.cause)} ${JSON.stringify(result.error)}`}`;
  expect(told).not.toContain(token);
  expect(told).not.toContain(encoded);
  return result;
}

/** A stand-in for answers the emulator does not give. Unlisted requests go to it. */
async function scriptedApi(
  answer: (method: string, path: string) => { status: number; body: unknown } | null,
) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const path = request.url ?? '/';
    const own = answer(request.method ?? 'GET', path);
    response.setHeader('content-type', 'application/json');
    if (own !== null) {
      response.writeHead(own.status).end(JSON.stringify(own.body));
      return;
    }
    const real = await fetch(emulator.url + path, {
      method: request.method ?? 'GET',
      headers: { authorization: `token ${token}`, 'content-type': 'application/json' },
      ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
    });
    response.writeHead(real.status).end(await real.text());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  servers.push(server);
  return { GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function hook(name: string, script: string): void {
  const file = join(bare, 'hooks', name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}

/** Somebody else's commit on the branch, on the server. */
function commitOnServer(path: string): string {
  const dir = join(temporaryFolder('other'), 'clone');
  git(bare, 'clone', '--quiet', '--branch', branch, bare, dir);
  writeFileSync(join(dir, path), 'theirs\n');
  git(dir, 'add', '.');
  git(dir, 'commit', '--quiet', '-m', 'theirs');
  git(dir, 'push', '--quiet', 'origin', branch);
  return git(dir, 'rev-parse', 'HEAD');
}

test('one branch, one pull request; twice is still one, updated; the token is nowhere', async () => {
  const first = await open();
  expect(first).toMatchObject({
    ok: true,
    output: {
      kind: 'github',
      branch,
      base: 'main',
      commit: git(bare, 'rev-parse', branch),
      url: `${emulator.url}/octo/app/pull/1`,
      bodyFile: null,
      files: paths,
    },
  });
  expect(git(bare, 'ls-tree', '-r', '--name-only', branch).split('\n')).toStrictEqual([
    'README.md',
    ...paths,
  ]);

  expect(await open()).toMatchObject({ ok: true, output: { commit: git(bare, 'rev-parse', branch) } });
  expect(git(bare, 'rev-list', '--count', `main..${branch}`)).toBe('1');

  await new Octokit({ auth: token, baseUrl: emulator.url }).pulls.update({
    owner: 'octo',
    repo: 'app',
    pull_number: 1,
    title: 'old title',
    body: 'old body',
  });
  await open([{ path: 'mapping.yaml', content: 'new\n' }]);
  const [pull, ...others] = await pulls();
  // A required field has no source, and there is no test report.
  expect(pull?.draft).toBe(true);
  expect(others).toStrictEqual([]);
  expect(pull).toMatchObject({
    number: 1,
    state: 'open',
    title: 'Connect HubSpot contact to NetSuite contact',
  });
  expect(pull?.body).toContain('<!-- causeway:connection=');
  expect(git(bare, 'rev-list', '--count', `main..${branch}`)).toBe('2');
  expect(git(bare, 'branch', '--format=%(refname:short)').split('\n')).toStrictEqual([branch, 'main']);

  expect(readdirSync(tmpdir()).filter((name) => /causeway-(?:push|index)-/.test(name))).toStrictEqual([]);
});

/** Ids of all processes, where the system shows them as files. */
const processes = () =>
  existsSync('/proc') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];

test('the token is in no argument and in no file of the temporary repository while git talks', async () => {
  const found: string[] = [];
  let looked = 0;
  onGitRequest = () => {
    for (const dir of readdirSync(tmpdir()).filter((name) => name.startsWith('causeway-push-'))) {
      looked++;
      found.push(readFileSync(join(tmpdir(), dir, 'config'), 'utf8'));
    }
    for (const pid of processes()) {
      try {
        found.push(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
      } catch {
        // The process has ended.
      }
    }
  };
  expect(await open()).toMatchObject({ ok: true });
  expect(looked).toBeGreaterThan(0);
  expect(found.join('\n')).not.toContain(token);
  expect(found.join('\n')).not.toContain(encoded);
});

test('a repository that is not on the list, and no token', async () => {
  expect(await open(files, { CAUSEWAY_ALLOW_REPOS: 'octo/app2' })).toMatchObject({
    error: {
      kind: 'refused',
      code: 'repo_not_allowed',
      hint: expect.stringContaining('CAUSEWAY_ALLOW_REPOS'),
    },
  });
  expect(await open(files, { CAUSEWAY_ALLOW_REPOS: '' })).toMatchObject({
    error: { code: 'repo_not_allowed' },
  });
  expect(await open(files, { GITHUB_TOKEN: '' })).toMatchObject({
    error: { kind: 'request', code: 'github_token_missing' },
  });
  expect(git(bare, 'branch', '--list', 'causeway/*')).toBe('');
  expect(await pulls()).toStrictEqual([]);
});

test('a protected branch: the server says why, no pull request is opened', async () => {
  hook('pre-receive', 'echo "GH006: Protected branch update failed"; exit 1');
  expect(await open()).toMatchObject({
    error: {
      kind: 'refused',
      code: 'push_rejected',
      message: `${repo} does not accept the push to ${branch}: GH006: Protected branch update failed; pre-receive hook declined`,
    },
  });
  expect(await pulls()).toStrictEqual([]);
});

test("somebody else's commit on the connector's files is never overwritten; on other files it is built upon", async () => {
  await open();
  const theirs = commitOnServer('OTHER.md');
  expect(await open([{ path: 'mapping.yaml', content: 'new\n' }])).toMatchObject({ ok: true });
  expect(git(bare, 'rev-parse', `${branch}~1`)).toBe(theirs);

  const edit = commitOnServer(`${folder}/mapping.yaml`);
  expect(await open([{ path: 'mapping.yaml', content: 'newer\n' }])).toMatchObject({
    error: { code: 'branch_has_other_commits', message: expect.stringContaining(edit.slice(0, 8)) },
  });
  expect(git(bare, 'rev-parse', branch)).toBe(edit);
});

test('a push between our look and our push: looked at again once, refused the second time', async () => {
  await open();
  const pushes = (url: string) => url.includes('info/refs?service=git-receive-pack');
  let theirs = '';
  onGitRequest = (url) => {
    if (pushes(url) && theirs === '') theirs = commitOnServer('OTHER.md');
  };
  expect(await open([{ path: 'mapping.yaml', content: 'new\n' }])).toMatchObject({ ok: true });
  expect(git(bare, 'rev-parse', `${branch}~1`)).toBe(theirs);

  let n = 0;
  onGitRequest = (url) => {
    if (pushes(url)) theirs = commitOnServer(`OTHER-${n++}.md`);
  };
  expect(await open([{ path: 'mapping.yaml', content: 'newest\n' }])).toMatchObject({
    error: { kind: 'refused', code: 'branch_moved' },
  });
  expect([n, git(bare, 'rev-parse', branch)]).toStrictEqual([2, theirs]);
});

test('a repository without a commit, an unknown one, git refusing the token, git not there', async () => {
  const good = env['GITHUB_GIT_URL'] ?? '';
  git(bare, 'update-ref', '-d', 'refs/heads/main');
  expect(await open()).toMatchObject({ error: { kind: 'request', code: 'empty_repository' } });

  env['GITHUB_GIT_URL'] = `${good}/nowhere`;
  expect(await open()).toMatchObject({ error: { kind: 'request', code: 'repository_not_found' } });

  const refusing = await gitHttpServer(temporaryFolder('root'), 'another token');
  servers.push(refusing.server);
  env['GITHUB_GIT_URL'] = refusing.url;
  expect(await open()).toMatchObject({ error: { kind: 'refused', code: 'github_forbidden' } });

  env['GITHUB_GIT_URL'] = 'http://127.0.0.1:1';
  expect(await open()).toMatchObject({ error: { kind: 'outside', code: 'git_failed' } });
});

test.each([
  [401, 'Bad credentials', 'outside', 'github_unauthorized'],
  [403, 'Resource not accessible by personal access token', 'refused', 'github_forbidden'],
  [403, 'API rate limit exceeded', 'outside', 'github_rate_limited'],
  [404, 'Not Found', 'request', 'repository_not_found'],
  [422, `Validation Failed: ${token}`, 'outside', 'github_failed'],
  [503, 'Unavailable', 'outside', 'github_failed'],
])('the API answers %i %s', async (status, message, kind, code) => {
  const api = await scriptedApi(() => ({ status, body: { message } }));
  expect(await open(files, api)).toMatchObject({ error: { kind, code } });
  expect(git(bare, 'branch', '--list', 'causeway/*')).toBe('');
});

test('created by somebody else in between (422), and a server that fails once: one pull request', async () => {
  await open();
  let lists = 0;
  let fails = 0;
  const api = await scriptedApi((method, path) => {
    if (method === 'GET' && path.startsWith('/repos/octo/app/pulls') && lists++ === 0)
      return { status: 200, body: [] };
    if (method === 'POST') {
      return {
        status: 422,
        body: { message: 'Validation Failed', errors: [{ message: 'A pull request already exists' }] },
      };
    }
    return path === '/repos/octo/app' && fails++ === 0
      ? { status: 502, body: { message: 'Bad gateway' } }
      : null;
  });
  expect(await open(files, api)).toMatchObject({
    ok: true,
    output: { url: `${emulator.url}/octo/app/pull/1` },
  });
  expect([lists, fails, (await pulls()).length]).toStrictEqual([2, 2, 1]);
});

test('cancelled while GitHub keeps us waiting', async () => {
  const controller = new AbortController();
  const silent = createServer(() => controller.abort());
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  servers.push(silent);
  const api = { GITHUB_API_URL: `http://127.0.0.1:${(silent.address() as AddressInfo).port}` };
  const context = { ...testContext({ ...env, ...api }), signal: controller.signal };
  const result = await callTool(openPr, await proposalInput(context, destination), context);
  expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } });
});
