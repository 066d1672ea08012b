import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real path, since git answers real paths. */
export function temporaryFolder(name: string): string {
  return mkdtempSync(join(realpathSync(tmpdir()), `causeway-${name}-`));
}

/** A machine's git configuration of our own: the tests must not read the developer's. */
export function gitConfigFile(): string {
  const file = join(temporaryFolder('gitconfig'), 'config');
  writeFileSync(file, '[user]\n\tname = Ann Example\n\temail = ann@example.com\n[init]\n\tdefaultBranch = main\n');
  return file;
}

/** Runs git as the person who owns the repository does. */
export function git(dir: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: dir, encoding: 'utf8', stdio: 'pipe' }).trim();
}

/** A repository with one commit on main, which holds README.md. */
export function repository(): string {
  const dir = temporaryFolder('repo');
  git(dir, 'init', '--quiet');
  writeFileSync(join(dir, 'README.md'), 'hello\n');
  git(dir, 'add', '.');
  git(dir, 'commit', '--quiet', '-m', 'first');
  return dir;
}
