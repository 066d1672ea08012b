import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openKeyv } from '../artifacts/index.ts';
import { RefusedError } from './refused-error.ts';
import { toCausewayError } from './to-causeway-error.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'causeway-errors-'));

/** What an action throws, as it is shown. */
async function shown(action: () => unknown) {
  const thrown: unknown = await Promise.resolve()
    .then(action)
    .catch((error: unknown) => error);
  const error = toCausewayError(thrown);
  return { code: error.code, exit: error.exitCode, message: error.message, ownCause: error.cause === thrown };
}

test('errors of ours stay, unknown ones are bugs, an abort is a cancelled run', async () => {
  const ours = new RefusedError('no', 'No', 'Ask');
  expect(toCausewayError(ours)).toBe(ours);
  expect(await shown(() => Promise.reject(new TypeError('x is not a function')))).toStrictEqual({
    code: 'bug',
    exit: 70,
    message: 'Something went wrong inside Causeway: x is not a function',
    ownCause: true,
  });
  expect(await shown(() => AbortSignal.abort().throwIfAborted())).toMatchObject({
    code: 'cancelled',
    exit: 4,
  });
});

test('a file where the state folder should be', async () => {
  const file = join(folder(), 'afile');
  writeFileSync(file, '');
  expect(await shown(() => mkdirSync(file, { recursive: true }))).toStrictEqual({
    code: 'unreadable_path',
    exit: 2,
    message: `${file} cannot be used (EEXIST)`,
    ownCause: true,
  });
});

test('a folder that is read: the path is named where the error or its cause knows it', async () => {
  const dir = folder();
  const read = () => {
    const fd = openSync(dir, 'r');
    try {
      readSync(fd, Buffer.alloc(1));
    } finally {
      closeSync(fd);
    }
  };
  const message = 'A path cannot be used (EISDIR: illegal operation on a directory, read)';
  expect(await shown(read)).toMatchObject({ code: 'unreadable_path', message });
  const opening = () => writeFileSync(dir, '');
  expect(await shown(opening)).toMatchObject({ message: `${dir} cannot be used (EISDIR)` });
  const wrapping = () => {
    try {
      readFileSync(join(dir, 'missing'));
    } catch (cause) {
      throw Object.assign(new Error('no samples', { cause }), { code: 'ENOENT' });
    }
  };
  expect(await shown(wrapping)).toMatchObject({ message: `${join(dir, 'missing')} cannot be used (ENOENT)` });
});

test.each(['ENOSPC', 'EDQUOT', 'EFBIG'])('%s: the disk is full', async (code) => {
  const error = Object.assign(new Error('no'), { code, path: '/home/a' });
  expect(await shown(() => Promise.reject(error))).toStrictEqual({
    code: 'disk_full',
    exit: 4,
    message: 'The disk is full at /home/a',
    ownCause: true,
  });
});

/** A database with one table, and a second connection to it. */
function database() {
  const file = join(folder(), 'a.db');
  const db = new DatabaseSync(file);
  db.exec('CREATE TABLE t (value BLOB)');
  return { file, db };
}

test('a database that is full', async () => {
  const { db } = database();
  db.exec('PRAGMA max_page_count = 2');
  expect(await shown(() => db.exec('INSERT INTO t VALUES (zeroblob(100000))'))).toStrictEqual({
    code: 'disk_full',
    exit: 4,
    message: 'The disk is full',
    ownCause: true,
  });
});

test('a database failure that a library wrapped', async () => {
  const { db } = database();
  db.exec('PRAGMA max_page_count = 2');
  const wrapping = () => {
    try {
      db.exec('INSERT INTO t VALUES (zeroblob(100000))');
    } catch (cause) {
      throw new Error('Backend failed', { cause });
    }
  };
  expect(await shown(wrapping)).toMatchObject({ code: 'disk_full', exit: 4, message: 'The disk is full' });
});

test('a database that cannot be opened or written, or is none, through the store', async () => {
  const junk = join(folder(), 'junk');
  writeFileSync(junk, 'no database'.repeat(1_000));
  const { file } = database();
  const actions: [() => unknown, string][] = [
    [() => openKeyv(`sqlite://${join(folder(), 'missing', 'a.db')}`), 'unable to open database file'],
    [() => openKeyv(`sqlite://${junk}`), 'file is not a database'],
    [
      () => new DatabaseSync(file, { readOnly: true }).exec('INSERT INTO t VALUES (1)'),
      'attempt to write a readonly database',
    ],
  ];
  for (const [action, words] of actions) {
    expect(await shown(action)).toStrictEqual({
      code: 'unreadable_path',
      exit: 2,
      message: `The database of Causeway cannot be used (${words})`,
      ownCause: true,
    });
  }
});

test('a database that another process holds, by any of its extended codes', async () => {
  const { file, db } = database();
  db.exec('BEGIN EXCLUSIVE');
  const other = new DatabaseSync(file);
  other.exec('PRAGMA busy_timeout = 0');
  expect(await shown(() => other.exec('BEGIN EXCLUSIVE'))).toMatchObject({ code: 'busy', exit: 4 });
  // SQLITE_BUSY_SNAPSHOT
  const snapshot = Object.assign(new Error('database is locked'), { code: 'ERR_SQLITE_ERROR', errcode: 517 });
  expect(await shown(() => Promise.reject(snapshot))).toMatchObject({ code: 'busy', exit: 4 });
});

test('a disk that fails is outside; SQL that is wrong is our bug', async () => {
  // SQLITE_IOERR_SHMSIZE, as a full tmpfs answers
  const failed = Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR', errcode: 4874 });
  expect(await shown(() => Promise.reject(failed))).toMatchObject({
    code: 'disk_failed',
    exit: 4,
    message: 'The disk under the database of Causeway failed (disk I/O error)',
  });
  expect(await shown(() => database().db.exec('SELEKT'))).toMatchObject({ code: 'bug', exit: 70 });
});
