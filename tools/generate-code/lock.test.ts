import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { FileState } from './templates/src/file-state.ts';
import { LockedError, lock } from './templates/src/lock.ts';
import { ourselves } from './templates/src/lock-holder.ts';

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'causeway-lock-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A lock file as somebody else left it. */
async function heldBy(changes: object, ageMs = 0): Promise<string> {
  const folder = await newFolder();
  const path = join(folder, 'lock');
  await writeFile(path, JSON.stringify({ ...(await ourselves()), token: 'other', ...changes }));
  const touched = new Date(Date.now() - ageMs);
  await utimes(path, touched, touched);
  return folder;
}

test('a second lock is refused, also in one process, and had again after the release', async () => {
  const folder = await newFolder();
  const release = await lock(folder);
  await expect(lock(folder)).rejects.toThrow(LockedError);
  await release();
  await (await lock(folder))();
  expect(await readdir(folder)).toStrictEqual([]);
});

test('a lock of a process that is gone is taken over at once', async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'close');
  await (await lock(await heldBy({ pid: child.pid })))();
});

test('a process id that is used again is another process', async () => {
  await (await lock(await heldBy({ started: '1' })))();
});

test('a process of another container is gone after a minute of silence, whatever its id', async () => {
  await (await lock(await heldBy({ host: 'other', space: 'other' }, 61_000)))();
  await (await lock(await heldBy({ space: 'other' }, 61_000)))();
});

test('a process of another container that touches its lock is not', async () => {
  const folder = await heldBy({ host: 'other', space: 'other', pid: 7 }, 5_000);
  const beat = setInterval(() => void utimes(join(folder, 'lock'), new Date(), new Date()), 10);
  onTestFinished(() => clearInterval(beat));
  await expect(lock(folder, 5)).rejects.toThrow(`process 7 on other is using ${folder}`);
});

test('a release leaves the lock of somebody who has taken over', async () => {
  const folder = await newFolder();
  const release = await lock(folder);
  await writeFile(join(folder, 'lock'), JSON.stringify({ ...(await ourselves()), token: 'other' }));
  await release();
  expect(JSON.parse(await readFile(join(folder, 'lock'), 'utf8'))).toMatchObject({ token: 'other' });
});

test('state is readable by its owner only', async () => {
  const folder = join(await newFolder(), 'state');
  await (await lock(folder))();
  const state = await FileState.open(folder, 'run');
  await state.written('1', 't1', 'a', []);
  await state.saveCheckpoint('2026-01-01T00:00:00.000Z');
  await state.addDeadLetter({ source: '1', path: '', reason: 'why', record: {} });
  const names = ['', 'checkpoint.json', 'id-map.jsonl', 'dead-letters', 'dead-letters/run.jsonl'];
  const modes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).mode & 0o777));
  expect(modes).toStrictEqual([0o700, 0o600, 0o600, 0o700, 0o600]);
});
