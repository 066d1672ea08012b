import { randomUUID } from 'node:crypto';
import { appendFile, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FileState } from '../src/file-state.ts';

const newFolder = () => join(tmpdir(), `state-${randomUUID()}`);

test('what was noted is there after opening again', async () => {
  const folder = newFolder();
  const state = await FileState.open(folder, 'first');
  await state.beginCreate('1', 'a');
  await state.written('1', 't1', 'a', ['email', 'address.city']);
  await state.beginCreate('2', 'b');
  await state.written('3', 't3', 'c', []);
  await state.forget('3');
  await state.saveCheckpoint('2026-01-01T00:00:00.000Z');

  const again = await FileState.open(folder, 'second');
  expect([again.entry('1'), again.entry('2'), again.entry('3')]).toStrictEqual([
    { target: 't1', hash: 'a', filled: ['email', 'address.city'] },
    { target: null, hash: 'b', filled: [] },
    undefined,
  ]);
  expect([again.ownerOf('t1'), again.ownerOf('t3')]).toStrictEqual(['1', undefined]);
  expect(again.checkpoint).toBe('2026-01-01T00:00:00.000Z');
});

test('a line cut short by a crash leaves the create begun, and the journal usable', async () => {
  const folder = newFolder();
  const state = await FileState.open(folder, 'run');
  await state.beginCreate('1', 'a');
  await appendFile(join(folder, 'id-map.jsonl'), '{"source":"1","target":"t');

  const again = await FileState.open(folder, 'run');
  expect(again.entry('1')).toStrictEqual({ target: null, hash: 'a', filled: [] });
  await again.written('1', 't1', 'a', ['email']);
  const third = await FileState.open(folder, 'run');
  expect(third.entry('1')).toStrictEqual({ target: 't1', hash: 'a', filled: ['email'] });
});

test('a long journal is made short when it is opened', async () => {
  const folder = newFolder();
  const state = await FileState.open(folder, 'run');
  for (let n = 0; n < 120; n += 1) await state.written('1', 't1', String(n), ['email']);
  const again = await FileState.open(folder, 'run');
  expect(again.entry('1')).toStrictEqual({ target: 't1', hash: '119', filled: ['email'] });
  expect(await readFile(join(folder, 'id-map.jsonl'), 'utf8')).toBe(
    '{"source":"1","target":"t1","hash":"119","filled":["email"]}\n',
  );
});
