import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A fresh folder for one test. */
export function tempFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `causeway-${name}-`));
}

/** Runs git in a folder and answers its trimmed output. */
export function git(folder: string, ...args: string[]): string {
  return execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' }).trim();
}

/** A repository with one commit on `main`. */
export function tempRepository(): string {
  const folder = tempFolder('repository');
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'config', 'user.name', 'Test');
  git(folder, 'config', 'user.email', 'test@example.com');
  writeFileSync(join(folder, 'README.md'), '# Integrations\n');
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '-m', 'Begin');
  return folder;
}
