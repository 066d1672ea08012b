import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { ApiError } from '../src/api-error.ts';
import { recognises } from './fakes.ts';
import { badPath, badRecord, changedRecord, changeIsSeen, sourceId } from './records.ts';
import { createWorld } from './world.ts';

const nothing = { read: 0, created: 0, updated: 0, skipped: 0, deleted: 0, failed: 0 };

test('every record of several pages is created once', async () => {
  const world = createWorld(7);
  expect(await world.run()).toMatchObject({ ...nothing, read: 7, created: 7, deadLetterFile: null });
  expect(world.target.records.size).toBe(7);
});

test('a second run writes nothing that has not changed', async () => {
  const world = createWorld(5);
  await world.run();
  const writes = world.target.count('create', 'update', 'upsert');
  const second = await world.run();
  expect(second).toMatchObject({ created: 0, updated: 0, failed: 0, skipped: second.read });
  expect(world.target.count('create', 'update', 'upsert')).toBe(writes);
});

test('a changed record is updated, not made again', async () => {
  const world = createWorld(3);
  await world.run();
  world.source.records.set(sourceId(2), changedRecord(2));
  const updated = changeIsSeen ? 1 : 0;
  expect(await world.run({ full: true })).toMatchObject({ created: 0, updated, skipped: 3 - updated });
  expect(world.target.records.size).toBe(3);
});

test('a full run writes everything again and makes nothing twice', async () => {
  const world = createWorld(3);
  await world.run();
  expect(await world.run({ full: true, always: true })).toMatchObject({ created: 0, updated: 3, skipped: 0 });
  expect(world.target.records.size).toBe(3);
});

test('a bad record goes to the dead letters with path and reason, the others go on', async () => {
  const world = createWorld(3);
  world.source.records.set(sourceId(2), badRecord(2));
  const summary = await world.run();
  expect(summary).toMatchObject({ read: 3, created: 2, failed: 1 });
  const letter: unknown = JSON.parse(await readFile(summary.deadLetterFile ?? '', 'utf8'));
  expect(letter).toStrictEqual({
    source: sourceId(2),
    path: badPath,
    reason: expect.stringContaining('expected'),
    record: badRecord(2),
  });
});

test('a 429 is waited for as long as the API asks, and the record is written once', async () => {
  const world = createWorld(1);
  let refused = false;
  world.target.intercept = ({ route }) => {
    if (refused || (route.kind !== 'create' && route.kind !== 'upsert')) return undefined;
    refused = true;
    return new Response(null, { status: 429, headers: { 'Retry-After': '7' } });
  };
  expect(await world.run()).toMatchObject({ created: 1, failed: 0 });
  expect(world.waits).toContain(7000);
  expect(world.target.records.size).toBe(1);
});

test('a dry run changes nothing, neither there nor here', async () => {
  const world = createWorld(4);
  world.source.records.set(sourceId(3), badRecord(3));
  expect(await world.run({ dryRun: true })).toMatchObject({
    read: 4,
    created: 3,
    failed: 1,
    deadLetterFile: null,
    checkpoint: null,
  });
  expect(world.target.records.size).toBe(0);
  expect(await world.run()).toMatchObject({ created: 3 });
});

test('a limit stops in the middle of a page and leaves the checkpoint', async () => {
  const world = createWorld(5);
  expect(await world.run({ limit: 3 })).toMatchObject({ read: 3, created: 3, checkpoint: null });
  expect(await world.run()).toMatchObject({ read: 5, created: 2, skipped: 3 });
});

test('without access the run stops at once and the checkpoint stays', async () => {
  const world = createWorld(5);
  world.target.intercept = () => new Response('{}', { status: 401 });
  await expect(world.run()).rejects.toThrow(ApiError);
  expect((await world.openState()).checkpoint).toBe(null);
  expect(world.target.records.size).toBe(0);
});

test('a target that keeps failing ends the run instead of filling the dead letters', async () => {
  const world = createWorld(20);
  world.target.intercept = () => new Response(null, { status: 503 });
  await expect(world.run()).rejects.toMatchObject({ name: 'ApiError', status: 503 });
});

if (recognises) {
  test('a crash between the write and the note of it makes no second record', async () => {
    const world = createWorld(5);
    const state = await world.openState();
    state.written = async () => {
      throw new TypeError('killed');
    };
    await expect(world.run({}, state)).rejects.toThrow('killed');
    expect(world.target.records.size).toBeGreaterThan(0);
    expect(await world.run()).toMatchObject({ read: 5, failed: 0 });
    expect(world.target.records.size).toBe(5);
  });

  test('a write whose answer is lost makes no second record', async () => {
    const world = createWorld(1);
    let lost = false;
    const { target } = world;
    target.intercept = (call) => {
      if (lost || (call.route.kind !== 'create' && call.route.kind !== 'upsert')) return undefined;
      lost = true;
      target.intercept = () => undefined;
      target.answer(call.url, call.init);
      return new Response(null, { status: 502 });
    };
    await world.run();
    expect(target.records.size).toBe(1);
  });

  test('records that were there before are recognised, also without any state', async () => {
    const world = createWorld(4);
    await world.run();
    const fresh = createWorld(4);
    for (const [id, record] of world.target.records) fresh.target.records.set(id, record);
    expect(await fresh.run()).toMatchObject({ read: 4, failed: 0 });
    expect(fresh.target.records.size).toBe(4);
  });
}
