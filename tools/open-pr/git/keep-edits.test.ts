import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { callTool } from '../../core/index.ts';
import { git, gitConfigFile, repository } from '../__fixtures__/git-sandbox.ts';
import { branch, folder, proposalInput, testContext } from '../__fixtures__/proposal-input.ts';
import { openPr } from '../index.ts';

beforeEach(() => {
  vi.stubEnv('GIT_CONFIG_GLOBAL', gitConfigFile());
});

const lines = (...changed: [number, string][]): string => {
  const all = Array.from({ length: 12 }, (_, n) => `line ${n}`);
  for (const [at, text] of changed) all[at] = text;
  return `${all.join('\n')}\n`;
};

/** A connector with its lock file, as generate_code makes it. */
function connector(dir: string, sync: string, client = 'client\n') {
  const files = [
    { path: 'src/client.ts', content: client },
    { path: 'src/overrides.ts', content: 'yours\n' },
    { path: 'src/sync.ts', content: sync },
  ];
  const blobs = files.map(({ path, content }) => {
    writeFileSync(join(dir, '.git/blob'), content);
    return [path, git(dir, 'hash-object', '.git/blob')];
  });
  const lock = `${JSON.stringify({ files: Object.fromEntries(blobs) })}\n`;
  return [{ path: 'causeway.lock.json', content: lock }, ...files];
}

/** Opens and merges a first connector; then a person commits a change to a generated file. */
async function setUp(squash: boolean, byHand: string) {
  const dir = repository();
  const context = testContext();
  const open = async (files: ReturnType<typeof connector>) => {
    const input = await proposalInput(context, { kind: 'local', path: dir }, files);
    const result = await callTool(openPr, input, context);
    if (!result.ok) throw result.error;
    return result.output;
  };
  await open(connector(dir, lines()));
  git(dir, 'merge', '--quiet', ...(squash ? ['--squash'] : ['--no-ff', '-m', 'merge']), branch);
  if (squash) git(dir, 'commit', '--quiet', '-m', 'squashed');
  git(dir, 'branch', '-D', branch);
  writeFileSync(join(dir, `${folder}/src/sync.ts`), byHand);
  git(dir, 'commit', '--quiet', '--allow-empty', '-am', 'by hand');
  const read = (path: string) => git(dir, 'show', `${branch}:${folder}/${path}`);
  return { dir, open, read };
}

test.each([false, true])('other lines than ours are kept and merged (squash merge: %s)', async (squash) => {
  const { dir, open, read } = await setUp(squash, lines([1, 'by hand']));
  const pr = await open(connector(dir, lines([10, 'generated anew']), 'new client\n'));
  expect(`${read('src/sync.ts')}\n`).toBe(lines([1, 'by hand'], [10, 'generated anew']));
  expect(read('src/client.ts')).toBe('new client');
  expect(pr.body).toContain('## Changes of yours in generated files');
  expect(pr.body).toContain(`- \`${folder}/src/sync.ts\`: your changes are kept, merged with the new code.`);
  expect(readFileSync(pr.bodyFile ?? '', 'utf8')).toBe(pr.body);
});

test('the same lines: the person’s file stays, ours is beside it, and the pull request says so', async () => {
  const { dir, open, read } = await setUp(false, lines([5, 'by hand']));
  const pr = await open(connector(dir, lines([5, 'generated anew'])));
  expect(`${read('src/sync.ts')}\n`).toBe(lines([5, 'by hand']));
  expect(`${read('src/sync.ts.generated')}\n`).toBe(lines([5, 'generated anew']));
  expect(pr.body).toContain(`- [ ] \`${folder}/src/sync.ts\``);
  expect(pr.files).toContain(`${folder}/src/sync.ts.generated`);
  // The same again changes nothing.
  const before = git(dir, 'rev-parse', branch);
  expect((await open(connector(dir, lines([5, 'generated anew'])))).commit).toBe(before);
});

test('a change that we do not touch stays, and one that we make too is no change', async () => {
  const { dir, open, read } = await setUp(false, lines([3, 'by hand']));
  await open(connector(dir, lines(), 'new client\n'));
  expect(`${read('src/sync.ts')}\n`).toBe(lines([3, 'by hand']));
  const same = await setUp(false, lines([3, 'agreed']));
  const pr = await same.open(connector(same.dir, lines([3, 'agreed']), 'new client\n'));
  expect(pr.body).not.toContain('Changes of yours');
  expect(`${same.read('src/sync.ts')}\n`).toBe(lines([3, 'agreed']));
});

test('a file of theirs where ours is new is not overwritten', async () => {
  const { dir, open, read } = await setUp(false, lines());
  writeFileSync(join(dir, `${folder}/src/retry.ts`), 'of a person\n');
  git(dir, 'add', '.');
  git(dir, 'commit', '--quiet', '-m', 'retry');
  await open([...connector(dir, lines([2, 'x'])), { path: 'src/retry.ts', content: 'generated\n' }]);
  expect(read('src/retry.ts')).toBe('of a person');
  expect(read('src/retry.ts.generated')).toBe('generated');
});
