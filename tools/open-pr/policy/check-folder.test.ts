import { expect, test } from 'vitest';
import { checkFiles, checkFolder } from './check-folder.ts';

test.each([
  ['integrations/a-to-b', 'integrations/a-to-b'],
  ['packages/_x/a.b/', 'packages/_x/a.b'],
])('%s is a folder', (folder, path) => {
  expect(checkFolder(folder)).toBe(path);
});

test.each([
  ['', 'bad_folder'],
  ['.', 'bad_folder'],
  ['/etc', 'bad_folder'],
  ['../x', 'bad_folder'],
  ['a/../../x', 'bad_folder'],
  ['a//b', 'bad_folder'],
  ['a\\b', 'bad_folder'],
  ['-rf', 'bad_folder'],
  ['a/b c', 'bad_folder'],
  ['a\nb', 'bad_folder'],
  ['C:/x', 'bad_folder'],
  ['.github/workflows', 'protected_path'],
  ['x/.GitHub', 'protected_path'],
  ['.git/hooks', 'protected_path'],
  ['.circleci', 'protected_path'],
  ['.ci/x', 'protected_path'],
  ['Jenkinsfile', 'protected_path'],
  ['.vscode', 'protected_path'],
  ['package-lock.json', 'protected_path'],
])('%j is refused as %s', (folder, code) => {
  expect(() => checkFolder(folder)).toThrow(expect.objectContaining({ code }));
});

test('in its own folder a connector may have dotfiles and a lock file, not CI files', () => {
  checkFiles('integrations/x', ['.env.example', '.gitignore', 'package-lock.json', 'deploy/Dockerfile']);
  for (const file of ['.github/workflows/ci.yml', 'deploy/Jenkinsfile', 'x/.git/config']) {
    expect(() => checkFiles('integrations/x', [file])).toThrow(
      expect.objectContaining({
        kind: 'refused',
        code: 'protected_path',
        message: expect.stringContaining(file),
      }),
    );
  }
});
