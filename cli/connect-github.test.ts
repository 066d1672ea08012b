import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Octokit } from '@octokit/rest';
import { createEmulator } from 'emulate';
import { expect, test } from 'vitest';
import { git, tempFolder, tempRepository } from '../agent/__fixtures__/temp-repository.ts';
import { gitHttpServer, serveRepository } from '../tools/open-pr/__fixtures__/git-http-server.ts';

const token = 'ghp_token_of_the_test';
const repo = 'octo/app';
const branch = 'causeway/hubspot-contact-to-netsuite-contact';
const main = fileURLToPath(new URL('./main.ts', import.meta.url));

test('connect --repo owner/name pushes one branch and opens one pull request; again, it is the same one, updated', async () => {
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: { [token]: { login: 'octo', scopes: ['repo'] } },
      github: { users: [{ login: 'octo' }], repos: [{ owner: 'octo', name: 'app', auto_init: true }] },
    },
  });
  const root = tempFolder('git-root');
  const bare = serveRepository(root, repo, tempRepository());
  const remote = await gitHttpServer(root, token);
  const home = tempFolder('home');
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    CAUSEWAY_HOME: home,
    CAUSEWAY_MUTANTS: '0',
    GITHUB_TOKEN: token,
    GITHUB_API_URL: emulator.url,
    GITHUB_GIT_URL: remote.url,
    CAUSEWAY_ALLOW_REPOS: repo,
  };
  const connect = async (...more: string[]) => {
    const args = [
      main,
      'connect',
      'connect HubSpot contacts to NetSuite contacts',
      '--repo',
      repo,
      '--yes',
      '--json',
      ...more,
    ];
    // Rows are left open, so the exit code is 1 and execFile rejects with what was printed.
    const done = await promisify(execFile)(process.execPath, args, { env, cwd: home }).catch(
      (failed: unknown) => failed,
    );
    const { stdout, stderr, code } = done as { stdout: string; stderr: string; code?: number };
    expect(stdout + stderr).not.toContain(token);
    return { code: code ?? 0, result: JSON.parse(stdout) };
  };
  try {
    const first = await connect();
    expect(first).toMatchObject({
      code: 1,
      result: { status: 'done', tests: { failed: 0 }, pullRequest: { kind: 'github', branch, base: 'main' } },
    });
    expect(git(bare, 'rev-parse', branch)).toBe(first.result.pullRequest.commit);

    const second = await connect('--threshold', '0.5');
    expect(second.result.pullRequest.url).toBe(first.result.pullRequest.url);
    expect(git(bare, 'rev-parse', `${branch}~1`)).toBe(first.result.pullRequest.commit);
    expect(git(bare, 'for-each-ref', '--format=%(refname:short)', 'refs/heads')).toBe(`${branch}\nmain`);

    const github = new Octokit({ auth: token, baseUrl: emulator.url });
    const { data } = await github.pulls.list({ owner: 'octo', repo: 'app', state: 'all' });
    expect(
      data.map(({ head, body }) => ({ head: head.ref, sameBody: body === second.result.pullRequest.body })),
    ).toStrictEqual([{ head: branch, sameBody: true }]);
  } finally {
    remote.server.close();
    await emulator.close();
  }
});
