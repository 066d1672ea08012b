import { readFile } from 'node:fs/promises';
import { test as always, describe, expect } from 'vitest';
import { ApiError } from '../src/api-error.ts';
import { readDeadLetters } from '../src/dead-letters.ts';
import { readPath } from '../src/json.ts';
import { RecordError } from '../src/record-error.ts';
import { collectLog } from './collect-log.ts';
import { type Json, withValue } from './fake-json.ts';
import { changesByDay, guardedFields, recognises } from './fakes.ts';
import { badPath, badRecord, changedRecord, changeIsSeen, sourceId, sourceRecord } from './records.ts';
import { changes, test, unfilled } from './when-writable.ts';
import { createWorld, type World } from './world.ts';

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

test(`a changed record is ${changes ? 'updated' : 'refused in words'}, not made again`, async () => {
  const world = createWorld(3);
  await world.run();
  world.source.records.set(sourceId(2), changedRecord(2));
  const seen = changeIsSeen ? 1 : 0;
  expect(await world.run({ full: true })).toMatchObject({
    created: 0,
    updated: changes ? seen : 0,
    failed: changes ? 0 : seen,
    skipped: 3 - seen,
  });
  expect(world.target.records.size).toBe(3);
});

test('a full run writes everything again and makes nothing twice', async () => {
  const world = createWorld(3);
  await world.run();
  const all = { created: 0, updated: changes ? 3 : 0, failed: changes ? 0 : 3, skipped: 0 };
  expect(await world.run({ full: true, always: true })).toMatchObject(all);
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

describe('reading', () => {
  if (unfilled !== undefined) {
    always(`every record goes to the dead letters: nothing fills ${unfilled}`, async () => {
      const world = createWorld(3);
      expect(await world.run()).toMatchObject({ ...nothing, read: 3, failed: 3 });
      expect(world.target.records.size).toBe(0);
    });
  }

  test('what changed since the last run is read to its end, each record once', async () => {
    const world = createWorld(9);
    const { connection, source } = world;
    await world.run();
    const pages = new Map<number | undefined, number>();
    source.intercept = ({ route, captures }) => {
      if (route.kind !== 'changes' || connection.source.changes?.ordered !== true) return undefined;
      // Some searches end early: a run must not depend on their going on.
      const since = captures.since?.getTime();
      pages.set(since, (pages.get(since) ?? 0) + 1);
      return pages.get(since) === 3 ? new Response('{}', { status: 400 }) : undefined;
    };
    const second = await world.run();
    const newest = Math.max(
      ...[...source.records.values()].map((record) => connection.source.updatedAt(record)?.getTime() ?? 0),
    );
    const overlap = newest - 5 * 60_000;
    // Some APIs are asked by the day only.
    const from = changesByDay ? Math.floor(overlap / 86_400_000) * 86_400_000 : overlap;
    const again = [...source.records.values()].filter((record) => {
      const updated = connection.source.updatedAt(record)?.getTime();
      return updated === undefined || updated >= from;
    });
    const expected = connection.source.changes === null ? 9 : again.length;
    expect(second).toMatchObject({ ...nothing, read: expected, skipped: expected });
  });

  always('what an API or a record says stays out of the log', async () => {
    const lines: string[] = [];
    const world = createWorld(2, collectLog(lines));
    world.source.records.set(sourceId(2), badRecord(2));
    world.target.intercept = () => Response.json({ message: 'ada@example.com exists' }, { status: 400 });
    expect(await world.run()).toMatchObject({ created: 0, failed: 2 });
    expect(lines.join('')).toContain('record failed');
    expect(lines.join('')).not.toMatch(/ada@example\.com|unexpected|expected/);
  });

  always('a replay reads records as they are now, and skips those that are gone', async () => {
    const world = createWorld(2);
    const { source } = world.connection;
    const letter = (n: number) =>
      JSON.stringify({ source: sourceId(n), path: '', reason: '', record: { n } });
    const { records, gone } = await readDeadLetters([1, 9, 1].map(letter).join('\n'), source);
    if (source.get === null)
      expect({ records, gone }).toStrictEqual({ records: [{ n: 1 }, { n: 9 }], gone: [] });
    else
      expect({ ids: records.map(source.idOf), gone }).toStrictEqual({
        ids: [sourceId(1)],
        gone: [sourceId(9)],
      });
  });

  always.each(['not json', '{"half":', '{"source":"1"}'])('a line %j is no dead letter', async (line) => {
    const { source } = createWorld(0).connection;
    await expect(readDeadLetters(`\n${line}\n`, source)).rejects.toThrow('Line 2 of the dead letter file');
  });
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

describe('writing', () => {
  test('a record that is written again stays as it was, its lists too', async () => {
    const world = createWorld(2);
    await world.run();
    const before = [...world.target.records];
    const all = { updated: changes ? 2 : 0, failed: changes ? 0 : 2 };
    expect(await world.run({ full: true, always: true })).toMatchObject(all);
    expect([...world.target.records]).toStrictEqual(before);
  });

  const emptied = unfilled === undefined ? findEmptied() : undefined;
  if (emptied !== undefined) {
    const valueIn = (world: World) => readPath([...world.target.records.values()][0], emptied.path);

    test('a new record is made without nulls', async () => {
      const world = createWorld(1);
      world.source.records.set(sourceId(1), emptied.source);
      expect(await world.run()).toMatchObject({ created: 1 });
      expect(valueIn(world)).toBe(undefined);
    });

    test('a value of ours is cleared when the source has it no more', async () => {
      const world = createWorld(1);
      await world.run();
      expect(valueIn(world)).toBeTruthy();
      world.source.records.set(sourceId(1), emptied.source);
      if (changes) {
        expect(await world.run({ full: true })).toMatchObject({ updated: 1 });
        expect([null, '']).toContain(valueIn(world));
      } else {
        expect(await world.run({ full: true })).toMatchObject({ failed: 1 });
        expect(valueIn(world)).toBeTruthy();
      }
    });

    if (recognises) {
      test('a value that was in the target before us is kept, whatever else changes', async () => {
        const world = createWorld(1);
        await world.run();
        const fresh = createWorld(1);
        for (const [id, record] of world.target.records) fresh.target.records.set(id, record);
        fresh.source.records.set(sourceId(1), emptied.source);
        await fresh.run();
        expect(await fresh.run({ full: true, always: true })).toMatchObject({ updated: 1 });
        expect(valueIn(fresh)).toStrictEqual(valueIn(world));
      });
    }
  }

  const { externalIdPath, matchPath, ...target } = keysOfTarget();
  if (externalIdPath !== null && matchPath !== null && target.reads) {
    test('a record with our match key and another external id is left alone', async () => {
      const world = createWorld(1);
      await world.run();
      const fresh = createWorld(1);
      for (const [id, record] of world.target.records) {
        fresh.target.records.set(id, withValue(record, externalIdPath, 'of-another') as Json);
      }
      const before = [...fresh.target.records];
      const summary = await fresh.run();
      expect(summary).toMatchObject({ created: 0, updated: 0, failed: 1 });
      expect(await readFile(summary.deadLetterFile ?? '', 'utf8')).toContain('another external id');
      expect([...fresh.target.records]).toStrictEqual(before);
    });

    if (target.readsByExternalId) {
      test('the external id counts before the match key', async () => {
        const world = createWorld(2);
        await world.run();
        const [[ours, one] = [], [other, two] = []] = [...world.target.records];
        const fresh = createWorld(1);
        fresh.target.records.set(String(ours), withValue(one, matchPath, readPath(two, matchPath)) as Json);
        const lookalike = withValue(two, matchPath, readPath(one, matchPath));
        fresh.target.records.set(String(other), withValue(lookalike, externalIdPath, undefined) as Json);
        const before = fresh.target.records.get(String(other));
        expect(await fresh.run()).toMatchObject({ created: 0, updated: 1, failed: 0 });
        expect(fresh.target.records.get(String(ours))).toStrictEqual(one);
        expect(fresh.target.records.get(String(other))).toStrictEqual(before);
      });
    }
  }
});

function keysOfTarget() {
  const { target } = createWorld(0);
  const { externalIdPath, matchPath } = target;
  const reads = target.has('get');
  const isGuarded = guardedFields.includes(matchPath?.join('.') ?? '');
  const readsByExternalId = reads && target.has('upsert', '{') && !isGuarded;
  return { externalIdPath, matchPath, reads, readsByExternalId };
}

/** The first source record without a value that the target then is told to be null, and where; undefined without such. */
function findEmptied(): { source: Json; path: readonly string[] } | undefined {
  const { prepare } = createWorld(0).connection;
  const whole = prepare(sourceRecord(1));
  for (const path of plainPaths(sourceRecord(1))) {
    const source = withValue(sourceRecord(1), path, null) as Json;
    try {
      const { record, matchValue, externalId } = prepare(source);
      const [empty] = plainPaths(record).filter(
        (place) => readPath(record, place) === null && !guardedFields.includes(place.join('.')),
      );
      const known = matchValue === whole.matchValue && externalId === whole.externalId;
      if (known && empty !== undefined && readPath(whole.record, empty)) return { source, path: empty };
    } catch (error) {
      // Not every field may be empty.
      if (!(error instanceof RecordError)) throw error;
    }
  }
  return undefined;
}

/** Paths of the values outside lists. */
function plainPaths(value: unknown, before: readonly string[] = []): (readonly string[])[] {
  if (Array.isArray(value)) return [];
  if (typeof value !== 'object' || value === null) return [before];
  return Object.entries(value).flatMap(([name, inner]) => plainPaths(inner, [...before, name]));
}
