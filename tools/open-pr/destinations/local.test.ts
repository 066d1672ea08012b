import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { callTool, type ToolContext } from '../../core/index.ts';
import { git, gitConfigFile, repository, temporaryFolder } from '../__fixtures__/git-sandbox.ts';
import { branch, files, folder, paths, proposalInput, testContext } from '../__fixtures__/proposal-input.ts';
import { openGit } from '../git/index.ts';
import { openPr } from '../index.ts';
import { moveBranch, writeProblem } from '../local/move-branch.ts';

beforeEach(() => {
  vi.stubEnv('GIT_CONFIG_GLOBAL', gitConfigFile());
});

async function open(context: ToolContext, path: string, connectorFiles = files) {
  return callTool(openPr, await proposalInput(context, { kind: 'local', path }, connectorFiles), context);
}

async function opened(context: ToolContext, path: string, connectorFiles = files) {
  const result = await open(context, path, connectorFiles);
  if (!result.ok) throw result.error;
  return result.output;
}

function write(dir: string, path: string, content: string): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), content);
}

/** A person's commit on the proposal's branch, made in a work tree of its own. */
function commitOnBranch(dir: string, path: string, content: string): void {
  const tree = join(temporaryFolder('tree'), 'tree');
  git(dir, 'worktree', 'add', '--quiet', tree, branch);
  write(tree, path, content);
  git(tree, 'add', '.');
  git(tree, 'commit', '--quiet', '-m', 'by hand');
  git(dir, 'worktree', 'remove', tree);
}

/** All that the user sees: files, index byte for byte, HEAD, configuration, every other ref. */
function visible(dir: string) {
  const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
  const tree = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('/.git'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [file, hash(file)]);
  const inGit = ['index', 'HEAD', 'config', 'logs/HEAD'].map((file) => join(dir, '.git', file));
  return {
    tree,
    git: inGit.map((file) => (existsSync(file) ? hash(file) : null)),
    refs: git(dir, 'for-each-ref')
      .split('\n')
      .filter((line) => !line.includes('causeway')),
    stash: git(dir, 'stash', 'list'),
  };
}

describe('a repository with commits', () => {
  test('gets the branch; work tree, index and current branch stay byte for byte', async () => {
    const dir = repository();
    write(dir, 'README.md', 'changed\n');
    write(dir, 'staged.txt', 'staged\n');
    write(dir, 'untracked.txt', 'untracked\n');
    git(dir, 'add', 'staged.txt');
    const before = visible(dir);
    const context = testContext();
    const pr = await opened(context, dir);

    expect(visible(dir)).toStrictEqual(before);
    expect(pr).toStrictEqual({
      kind: 'local',
      branch,
      base: 'main',
      commit: git(dir, 'rev-parse', branch),
      title: 'Connect HubSpot contact to NetSuite contact',
      body: readFileSync(pr.bodyFile ?? '', 'utf8'),
      url: null,
      bodyFile: expect.stringContaining(`${context.config.home}/pull-requests/`),
      files: paths,
      pr: expect.stringMatching(/^pr_/),
    });
    expect(git(dir, 'ls-tree', '-r', '--name-only', branch).split('\n')).toStrictEqual([
      'README.md',
      ...paths,
    ]);
    expect(git(dir, 'show', `${branch}:${folder}/src/transform.ts`)).toBe('export const one = 1;');
    expect(git(dir, 'log', '--format=%an <%ae> %cn: %s', `main..${branch}`)).toBe(
      'Causeway <causeway@users.noreply.github.com> Causeway: Connect HubSpot contact to NetSuite contact',
    );
    expect(git(dir, 'rev-parse', `${branch}~1`)).toBe(git(dir, 'rev-parse', 'main'));
    expect(git(dir, 'fsck', '--strict')).not.toContain('error');
  });

  test('a committed file that was touched, not changed: not even its time is noted in the index', async () => {
    const dir = repository();
    write(dir, `${folder}/mine.txt`, 'mine\n');
    git(dir, 'add', '.');
    git(dir, 'commit', '--quiet', '-m', 'mine');
    utimesSync(join(dir, folder, 'mine.txt'), 1, 1);
    const before = visible(dir);
    await opened(testContext(), dir);
    expect(visible(dir)).toStrictEqual(before);
  });

  test('the same again makes no commit; a change makes one on top', async () => {
    const dir = repository();
    const context = testContext();
    const first = await opened(context, dir);
    expect(await opened(context, dir)).toStrictEqual(first);

    const changed = files
      .filter(({ path }) => path !== 'test/empty.txt')
      .map((file) => (file.path === 'mapping.yaml' ? { ...file, content: 'rows: [1]\n' } : file));
    const second = await opened(context, dir, changed);
    expect(second.bodyFile).toBe(first.bodyFile);
    expect(git(dir, 'rev-parse', `${second.commit}~1`)).toBe(first.commit);
    expect(
      git(dir, 'diff', '--name-status', first.commit ?? '', second.commit ?? '').split('\n'),
    ).toStrictEqual([`M\t${folder}/mapping.yaml`, `D\t${folder}/test/empty.txt`]);
    expect(git(dir, 'rev-list', '--count', `main..${branch}`)).toBe('2');
  });

  test('commits of others to other files are built upon', async () => {
    const dir = repository();
    const context = testContext();
    await opened(context, dir);
    commitOnBranch(dir, 'docs/note.md', 'note\n');
    const theirs = git(dir, 'rev-parse', branch);
    const pr = await opened(context, dir, [{ path: 'mapping.yaml', content: 'new\n' }]);
    expect(git(dir, 'rev-parse', `${pr.commit}~1`)).toBe(theirs);
    expect(git(dir, 'show', `${branch}:docs/note.md`)).toBe('note');
  });

  test.each([
    ['a generated file', `${folder}/src/transform.ts`],
    ['overrides.ts', `${folder}/src/overrides.ts`],
    ['a new file', `${folder}/src/extra.ts`],
  ])('a commit of somebody else to %s in the folder is never overwritten', async (_what, path) => {
    const dir = repository();
    const context = testContext();
    await opened(context, dir);
    commitOnBranch(dir, path, 'by hand\n');
    const theirs = git(dir, 'rev-parse', branch);
    expect(await open(context, dir, [{ path: 'mapping.yaml', content: 'new\n' }])).toMatchObject({
      ok: false,
      error: {
        kind: 'refused',
        code: 'branch_has_other_commits',
        message: `Somebody else changed the connector on branch ${branch}: ${theirs.slice(0, 8)} by Ann Example: by hand (${path})`,
      },
    });
    expect(git(dir, 'rev-parse', branch)).toBe(theirs);
  });

  test('our commit, amended by a person, is theirs', async () => {
    const dir = repository();
    const context = testContext();
    await opened(context, dir);
    const tree = join(temporaryFolder('tree'), 'tree');
    git(dir, 'worktree', 'add', '--quiet', tree, branch);
    write(tree, `${folder}/src/transform.ts`, 'amended\n');
    git(tree, 'commit', '--quiet', '--all', '--amend', '--no-edit');
    git(dir, 'worktree', 'remove', tree);
    expect(await open(context, dir)).toMatchObject({ error: { code: 'branch_has_other_commits' } });
  });

  test('after the merge: nothing to change is said; a change starts from the base and keeps what people wrote', async () => {
    const dir = repository();
    const context = testContext();
    await opened(context, dir);
    git(dir, 'merge', '--quiet', '--no-ff', '-m', 'merge', branch);
    expect(await open(context, dir)).toMatchObject({ error: { kind: 'refused', code: 'nothing_to_change' } });

    write(dir, `${folder}/src/overrides.ts`, 'by hand\n');
    write(dir, `${folder}/package-lock.json`, '{}\n');
    git(dir, 'add', '.');
    git(dir, 'commit', '--quiet', '-m', 'mine');
    const pr = await opened(context, dir, [
      { path: 'mapping.yaml', content: 'new\n' },
      { path: 'src/overrides.ts', content: 'generated\n' },
    ]);
    expect(pr.files).toStrictEqual([`${folder}/mapping.yaml`]);
    expect(git(dir, 'rev-parse', `${branch}~1`)).toBe(git(dir, 'rev-parse', 'main'));
    expect(git(dir, 'diff', '--name-status', 'main', branch).split('\n')).toStrictEqual([
      `M\t${folder}/mapping.yaml`,
      `D\t${folder}/src/transform.ts`,
      `D\t${folder}/test/empty.txt`,
    ]);
  });
});

describe('other shapes of repository', () => {
  test('without any commit: the branch has a root commit, HEAD stays unborn', async () => {
    const dir = temporaryFolder('empty');
    git(dir, 'init', '--quiet', '--initial-branch=trunk');
    const context = testContext();
    const pr = await opened(context, dir);
    expect(pr).toMatchObject({ base: 'trunk', commit: git(dir, 'rev-parse', branch) });
    expect(git(dir, 'rev-list', '--count', branch)).toBe('1');
    expect(git(dir, 'status', '--porcelain')).toBe('');
    expect(readFileSync(join(dir, '.git/HEAD'), 'utf8')).toBe('ref: refs/heads/trunk\n');
    await opened(context, dir, [{ path: 'mapping.yaml', content: 'new\n' }]);
    expect(git(dir, 'rev-list', '--count', branch)).toBe('2');
  });

  test('detached HEAD, a bare clone, a linked work tree, a subfolder', async () => {
    const dir = repository();
    write(dir, 'packages/app/x.txt', 'x\n');
    git(dir, 'add', '.');
    git(dir, 'commit', '--quiet', '-m', 'second');
    const bare = join(temporaryFolder('bare'), 'bare.git');
    git(dir, 'clone', '--quiet', '--bare', dir, bare);
    const tree = join(temporaryFolder('tree'), 'tree');
    git(dir, 'worktree', 'add', '--quiet', '-b', 'feature', tree);

    expect((await opened(testContext(), bare)).base).toBe('main');
    expect(git(bare, 'ls-tree', '-r', '--name-only', branch)).toContain(paths.join('\n'));

    const fromSub = await opened(testContext(), join(dir, 'packages/app'));
    expect(git(dir, 'ls-tree', '-r', '--name-only', branch)).toContain(paths.join('\n'));
    git(dir, 'checkout', '--quiet', '--detach');
    expect(await opened(testContext(), dir)).toMatchObject({ base: 'main', commit: fromSub.commit });
    // The linked work tree shares the branch and the repository, so also the file of the text.
    const context = testContext();
    const linked = await opened(context, tree);
    expect(linked).toMatchObject({ base: 'feature', commit: fromSub.commit });
    expect((await opened(context, dir)).bodyFile).toBe(linked.bodyFile);
  });

  test("origin's default branch is the base, whatever is checked out", async () => {
    const dir = join(temporaryFolder('clone'), 'clone');
    const origin = repository();
    git(origin, 'clone', '--quiet', origin, dir);
    git(dir, 'switch', '--quiet', '--create', 'feature');
    git(dir, 'commit', '--quiet', '--allow-empty', '-m', 'feature');
    expect((await opened(testContext(), dir)).base).toBe('main');
    expect(git(dir, 'rev-parse', `${branch}~1`)).toBe(git(dir, 'rev-parse', 'main'));
  });
});

describe('somebody else at the same time', () => {
  /** Puts a git of ours first on the PATH, which runs `script` before it becomes the real one. */
  function onGit(subcommand: string, script: string): void {
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
    const bin = temporaryFolder('bin');
    const lines = ['#!/bin/sh', `git='${real}'`, `if [ "$1" = ${subcommand} ]; then`, script, 'fi'];
    write(bin, 'git', [...lines, 'exec "$git" "$@"', ''].join('\n'));
    chmodSync(join(bin, 'git'), 0o755);
    vi.stubEnv('PATH', `${bin}:${process.env['PATH']}`);
  }

  test('the same proposal, a moment earlier: its commit is the answer', async () => {
    const dir = repository();
    onGit('update-ref', '"$git" "$@"');
    const pr = await opened(testContext(), dir);
    expect(pr.commit).toBe(git(dir, 'rev-parse', branch));
    expect(git(dir, 'rev-list', '--count', `main..${branch}`)).toBe('1');
  });

  test('another commit is built upon once; when they go on, the branch is left to them', async () => {
    const dir = repository();
    const context = testContext();
    const { commit: first } = await opened(context, dir);
    const seen = join(temporaryFolder('seen'), 'moves');
    const move = `theirs=$("$git" commit-tree -p ${branch} -m theirs '${branch}^{tree}')
      "$git" update-ref refs/heads/${branch} $theirs; echo $theirs >> ${seen}`;
    onGit('update-ref', `[ -e ${seen} ] || { ${move}\n }`);
    const { commit } = await opened(context, dir, [{ path: 'mapping.yaml', content: 'new\n' }]);
    const theirs = readFileSync(seen, 'utf8').trim();
    expect(git(dir, 'rev-list', `main..${branch}`).split('\n')).toStrictEqual([commit, theirs, first]);

    onGit('update-ref', move);
    expect(await open(context, dir, [{ path: 'mapping.yaml', content: 'newer\n' }])).toMatchObject({
      error: { kind: 'refused', code: 'branch_moved' },
    });
    const moves = readFileSync(seen, 'utf8').trim().split('\n');
    expect([moves.length, git(dir, 'rev-parse', branch)]).toStrictEqual([3, moves[2]]);
  });

  test('four runs in one process open the same pull request and leave one text', async () => {
    const dir = repository();
    const context = testContext();
    const opening = await Promise.all([1, 2, 3, 4].map(() => opened(context, dir)));
    expect(opening).toStrictEqual(opening.map(() => opening[0]));
    expect(readdirSync(dirname(opening[0]?.bodyFile ?? ''))).toHaveLength(1);
  });
});

test('no program that the configuration of the repository names is started, but its filters', async () => {
  const dir = repository();
  const told = join(temporaryFolder('told'), 'told');
  const program = join(temporaryFolder('bin'), 'program');
  writeFileSync(program, `#!/bin/sh\necho "$0 $@" >> ${told}\nexit 1\n`);
  chmodSync(program, 0o755);
  const context = testContext();
  const { commit } = await opened(context, dir);
  // A signature on our own commit: git asks gpg about it only when told to show what it says.
  const [head = '', ...message] = git(dir, 'cat-file', 'commit', branch).split('\n\n');
  const signed = `${head}\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n${message.join('\n\n')}\n`;
  write(dir, '.git/signed', signed);
  const tip = git(dir, 'hash-object', '-t', 'commit', '-w', '.git/signed');
  git(dir, 'update-ref', `refs/heads/${branch}`, tip);
  expect(tip).not.toBe(commit);
  for (const [key, value] of [
    ['log.showSignature', 'true'],
    ['gpg.program', program],
    ['core.fsmonitor', program],
  ] as const) {
    git(dir, 'config', key, value);
  }
  expect(await opened(context, dir, [{ path: 'mapping.yaml', content: 'new\n' }])).toMatchObject({ branch });
  expect(git(dir, 'rev-parse', `${branch}~1`)).toBe(tip);
  expect(existsSync(told)).toBe(false);
  // The programs would have been heard.
  git(dir, 'log', '-1', tip);
  expect(readFileSync(told, 'utf8')).toContain(program);
});

describe('refusals leave no branch', () => {
  test.each<[string, (dir: string) => void, string, string]>([
    [
      'an untracked file in the folder',
      (dir) => write(dir, `${folder}/notes.txt`, 'x'),
      'dirty_path',
      'notes.txt',
    ],
    [
      'an ignored file in the way',
      (dir) => {
        write(dir, '.git/info/exclude', 'mapping.yaml\n');
        write(dir, `${folder}/mapping.yaml`, 'x');
      },
      'dirty_path',
      'mapping.yaml',
    ],
    [
      'a staged change in the folder',
      (dir) => {
        write(dir, `${folder}/notes.txt`, 'x');
        git(dir, 'add', '.');
      },
      'dirty_path',
      'notes.txt',
    ],
    [
      'a link in place of the folder',
      (dir) => symlinkSync('/tmp', join(dir, 'integrations')),
      'dirty_path',
      'integrations',
    ],
    [
      'a branch whose name takes the place',
      (dir) => git(dir, 'branch', 'causeway'),
      'branch_name_taken',
      branch,
    ],
    [
      'a locked branch',
      (dir) => write(dir, `.git/refs/heads/${branch}.lock`, ''),
      'repository_not_writable',
      'lock',
    ],
  ])('%s', async (_what, prepare, code, named) => {
    const dir = repository();
    prepare(dir);
    const result = await open(testContext(), dir);
    expect(result).toMatchObject({ ok: false, error: { code, message: expect.stringContaining(named) } });
    expect(git(dir, 'branch', '--list', 'causeway/*')).toBe('');
  });

  test('a link in the base, seen in a bare repository', async () => {
    const dir = repository();
    symlinkSync('/tmp', join(dir, 'integrations'));
    git(dir, 'add', '.');
    git(dir, 'commit', '--quiet', '-m', 'link');
    const bare = join(temporaryFolder('bare'), 'bare.git');
    git(dir, 'clone', '--quiet', '--bare', dir, bare);
    expect(await open(testContext(), bare)).toMatchObject({
      error: { code: 'path_in_the_way', message: expect.stringContaining('integrations is a symbolic link') },
    });
  });

  test('what running the connector left behind is no collision', async () => {
    const dir = repository();
    write(dir, `${folder}/package-lock.json`, '{}');
    write(dir, `${folder}/node_modules/x/index.js`, '');
    expect(await open(testContext(), dir)).toMatchObject({ ok: true });
  });

  test('a branch that is checked out is not moved under its owner', async () => {
    const dir = repository();
    const context = testContext();
    const { commit } = await opened(context, dir);
    git(dir, 'switch', '--quiet', branch);
    expect(await open(context, dir, [{ path: 'mapping.yaml', content: 'new\n' }])).toMatchObject({
      error: { code: 'branch_checked_out', message: expect.stringContaining(dir) },
    });
    expect(git(dir, 'rev-parse', branch)).toBe(commit);
    // Nothing to move: the same proposal is no problem.
    expect(await opened(context, dir)).toMatchObject({ commit, base: 'main' });
  });

  test('no repository, no folder, a file', async () => {
    const dir = temporaryFolder('none');
    writeFileSync(join(dir, 'file'), '');
    for (const path of [dir, join(dir, 'missing'), join(dir, 'file')]) {
      expect(await open(testContext(), path)).toMatchObject({
        error: {
          kind: 'request',
          code: 'not_a_repository',
          message: expect.stringContaining(path),
          hint: expect.stringContaining('git init'),
        },
      });
    }
  });

  test('no git on the PATH', async () => {
    const dir = repository();
    vi.stubEnv('PATH', '/nowhere');
    expect(await open(testContext(), dir)).toMatchObject({ error: { kind: 'request', code: 'git_missing' } });
  });

  test('a repository that cannot be written', async () => {
    const dir = repository();
    vi.stubEnv('GIT_CONFIG_COUNT', '');
    git(dir, 'config', '--global', '--add', 'safe.directory', '*');
    const context = testContext();
    // Root may write anywhere, so the test takes another user's place.
    const root = process.geteuid?.() === 0;
    chmodSync(join(dir, '.git/objects'), 0o555);
    chmodSync(dir, 0o755);
    // The folder of all tests may be its owner's alone.
    if (root) chmodSync(dirname(dir), statSync(dirname(dir)).mode | 0o011);
    chmodSync(dirname(process.env['GIT_CONFIG_GLOBAL'] ?? ''), 0o755);
    chmodSync(process.env['GIT_CONFIG_GLOBAL'] ?? '', 0o644);
    const input = await proposalInput(context, { kind: 'local', path: dir });
    if (root) process.seteuid?.(65534);
    try {
      expect(await callTool(openPr, input, context)).toMatchObject({
        error: { kind: 'request', code: 'repository_not_writable', message: expect.stringContaining(dir) },
      });
    } finally {
      if (root) process.seteuid?.(0);
    }
    expect(git(dir, 'branch', '--list', 'causeway/*')).toBe('');
  });

  test('a caller who may not name files reaches the configured repository only', async () => {
    const dir = repository();
    const refused = await open(testContext({}, null), dir);
    expect(refused).toMatchObject({ error: { kind: 'refused', code: 'path_not_allowed' } });
    expect(await open(testContext({ CAUSEWAY_REPO: dir }, null), dir)).toMatchObject({ ok: true });
  });

  test('a cancelled run', async () => {
    const dir = repository();
    const context = { ...testContext(), signal: AbortSignal.abort() };
    expect(await open(context, dir)).toMatchObject({ error: { code: 'cancelled' } });
  });

  test('a branch that moved since it was looked at is left where it is', async () => {
    const dir = repository();
    const [first, other] = [git(dir, 'rev-parse', 'HEAD'), git(dir, 'commit-tree', '-m', 'x', 'HEAD^{tree}')];
    const signal = new AbortController().signal;
    for (const from of [null, other]) {
      git(dir, 'branch', '--force', branch, first);
      const error = await moveBranch(openGit(dir, { signal }), { branch, from, to: other }).catch((e) => e);
      expect(writeProblem(error, dir, branch)).toMatchObject({ kind: 'refused', code: 'branch_moved' });
      expect(git(dir, 'rev-parse', branch)).toBe(first);
    }
  });
});
