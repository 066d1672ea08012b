import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { userCwd } from './user-cwd.ts';

const checkout = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'causeway-cwd-'));
writeFileSync(join(folder, 'package.json'), '{}');
symlinkSync(checkout, join(folder, 'link'));

test.each([
  ['a script of our own checkout', join(checkout, 'package.json'), '/their/place'],
  ['the same through a link', join(folder, 'link/package.json'), '/their/place'],
  ["a script of the user's own", join(folder, 'package.json'), process.cwd()],
  ['a manifest that is not there', join(folder, 'none/package.json'), process.cwd()],
])('%s', (_name, manifest, place) => {
  const env = { npm_lifecycle_event: 'x', npm_package_json: manifest, INIT_CWD: '/their/place' };
  expect(userCwd(env)).toBe(place);
});

test('without npm it is the working directory', () => {
  expect(userCwd({})).toBe(process.cwd());
});
