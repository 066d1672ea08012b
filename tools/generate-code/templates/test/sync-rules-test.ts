import { expect, test } from 'vitest';
import { readDeadLetters } from '../src/dead-letters.ts';
import { RecordError } from '../src/record-error.ts';
import { type SyncOptions, sync, syncRecords } from '../src/sync.ts';
import type { Connection, SourceSystem } from '../src/systems.ts';
import type { Telemetry } from '../src/telemetry.ts';
import { apiFailure } from './api-failure.ts';
import { collectLog } from './collect-log.ts';
import { MemoryState } from './memory-state.ts';

interface Row {
  readonly id?: string;
  /** Minutes after the start of the year. */
  readonly at?: number;
  readonly key?: string;
}

const moment = (minutes: number): Date => new Date(Date.UTC(2026, 0, 1, 0, minutes));
const start = 1_000;

/** Pages of a source and a target that takes everything; what happens, in order, is in `calls`. */
function setUp(pages: readonly (readonly Row[])[], changes: 'ordered' | 'unordered' | 'none' = 'ordered') {
  const calls: string[] = [];
  const told: unknown[] = [];
  const log: string[] = [];
  const state = new MemoryState();
  let failure: ((row: Row) => Error | undefined) | undefined;
  async function* read(from: Date | null) {
    calls.push(from === null ? 'list' : `since ${from.toISOString()}`);
    for (const page of pages) {
      const rows = page.filter(({ at }) => from === null || at === undefined || moment(at) >= from);
      if (rows.length > 0) yield rows;
    }
  }
  const source: SourceSystem = {
    list: () => read(null),
    changes: changes === 'none' ? null : { since: read, ordered: changes === 'ordered' },
    get: null,
    idOf: (raw) => (raw as Row).id,
    updatedAt: (raw) => {
      const { at } = raw as Row;
      return at === undefined ? undefined : moment(at);
    },
  };
  let writing = 0;
  const connection: Connection<Row> = {
    source,
    target: {
      find: null,
      exists: null,
      externalIdOf: null,
      idempotentCreate: false,
      update: async () => undefined,
      upsert: null,
      conflicts: null,
      create: async (row) => {
        writing += 1;
        calls.push(`${row.id} with ${writing}`);
        await Promise.resolve();
        await Promise.resolve();
        writing -= 1;
        const error = failure?.(row);
        if (error !== undefined) throw error;
        return `t ${row.id}`;
      },
    },
    prepare: (raw) => {
      const row = raw as Row;
      if (row.id === undefined) throw new RecordError('id', 'is missing');
      return { sourceId: row.id, record: row, matchValue: row.key, externalId: undefined };
    },
  };
  const telemetry: Telemetry = {
    span: async (name, attributes, work) => {
      told.push([name, attributes]);
      return work();
    },
    add: (...args) => void told.push(args),
    took: () => undefined,
    set: () => undefined,
  };
  let now = moment(start).getTime();
  const clock = {
    now: () => {
      now += 1;
      return now;
    },
    sleep: async () => undefined,
  };
  const tools = { state, clock, log: collectLog(log), telemetry };
  const run = (options: Partial<SyncOptions> = {}) =>
    sync(connection, tools, {
      full: false,
      always: false,
      dryRun: false,
      confirmed: false,
      limit: Infinity,
      ...options,
    });
  return {
    calls,
    told,
    log,
    state,
    connection,
    tools,
    run,
    fail: (how: typeof failure) => {
      failure = how;
    },
  };
}

const rows = [
  [
    { id: 'a', at: 1 },
    { id: 'b', at: 2 },
  ],
  [{ id: 'c', at: 3 }],
];

test('a first run lists everything and ends at the newest change that was read', async () => {
  const { run, calls, state } = setUp(rows);
  expect(await run()).toStrictEqual({
    read: 3,
    created: 3,
    updated: 0,
    skipped: 0,
    deleted: 0,
    failed: 0,
    deadLetterFile: null,
    checkpoint: moment(3).toISOString(),
    ms: 1,
  });
  expect(calls).toStrictEqual(['list', 'a with 1', 'b with 2', 'c with 1']);
  expect(state.checkpoints).toStrictEqual([moment(3).toISOString()]);
});

test('the next run asks from five minutes before, moves the checkpoint page by page, and sends nothing again', async () => {
  const { run, calls, state } = setUp([[{ id: 'a', at: 30 }], [{ id: 'b', at: 60 }]]);
  await state.saveCheckpoint(moment(20).toISOString());
  expect(await run()).toMatchObject({ read: 2, created: 2 });
  expect(calls[0]).toBe(`since ${moment(15).toISOString()}`);
  expect(state.checkpoints.slice(1)).toStrictEqual([moment(30).toISOString(), moment(60).toISOString()]);
  expect(await run()).toMatchObject({ created: 0, updated: 0, skipped: 1 });
  expect(state.checkpoints).toHaveLength(3);
});

test('a page in no order is not gone on from: the API’s own cursor leads on, and nothing comes twice', async () => {
  const unsorted = setUp([
    [
      { id: 'b', at: 60 },
      { id: 'a', at: 30 },
    ],
    [{ id: 'c', at: 20 }],
    [{ at: 50 }, { at: 50 }],
  ]);
  await unsorted.state.saveCheckpoint(moment(20).toISOString());
  expect(await unsorted.run()).toMatchObject({ read: 5, created: 3, failed: 2 });
  const asked = unsorted.calls.filter((call) => call.startsWith('since'));
  expect(asked).toStrictEqual([15, 20, 50, 60].map((minutes) => `since ${moment(minutes).toISOString()}`));
  const untimed = setUp([[{ id: 'a', at: 30 }, { id: 'b' }], [{ id: 'c', at: 40 }]]);
  await untimed.state.saveCheckpoint(moment(20).toISOString());
  expect(await untimed.run()).toMatchObject({ created: 3 });
});

test('where changes come in no order, the checkpoint moves at the end only', async () => {
  const { run, state } = setUp([[{ id: 'b', at: 60 }], [{ id: 'a', at: 30 }]], 'unordered');
  await state.saveCheckpoint(moment(20).toISOString());
  await run();
  expect(state.checkpoints.slice(1)).toStrictEqual([moment(60).toISOString()]);
});

test('a full run, and a source that cannot be asked for changes, list everything', async () => {
  const full = setUp(rows);
  await full.state.saveCheckpoint(moment(2).toISOString());
  expect(await full.run({ full: true })).toMatchObject({ read: 3 });
  expect(full.calls[0]).toBe('list');
  const plain = setUp(rows, 'none');
  await plain.state.saveCheckpoint(moment(2).toISOString());
  expect(await plain.run()).toMatchObject({ read: 3 });
  expect(plain.calls[0]).toBe('list');
  expect(plain.state.checkpoints).toHaveLength(1);
});

test('a checkpoint is never later than the start, nor lost where records have no time', async () => {
  const late = setUp([[{ id: 'a', at: start + 60 }]]);
  expect(Date.parse((await late.run()).checkpoint ?? '') - moment(start).getTime()).toBeLessThan(100);
  const timeless = setUp([[{ id: 'a' }]]);
  expect(Date.parse((await timeless.run()).checkpoint ?? '') - moment(start).getTime()).toBeLessThan(100);
  await timeless.state.saveCheckpoint(moment(20).toISOString());
  await timeless.run();
  expect(timeless.state.checkpoint).toBe(moment(20).toISOString());
});

test('a limit and a dry run leave the checkpoint', async () => {
  const limited = setUp(rows);
  expect(await limited.run({ limit: 2 })).toMatchObject({ read: 2, created: 2, checkpoint: null });
  const dry = setUp(rows);
  expect(await dry.run({ dryRun: true })).toMatchObject({ read: 3, created: 3, checkpoint: null });
  expect(dry.calls).toStrictEqual(['list']);
});

test('four records are written at once; those with one match key go one after the other', async () => {
  const { run, calls } = setUp([['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }))]);
  await run();
  expect(calls.slice(1, 5)).toStrictEqual(['a with 1', 'b with 2', 'c with 3', 'd with 4']);
  expect(calls[5]).not.toBe('e with 5');
  const same = setUp([
    [
      { id: 'a', key: ' Ada' },
      { id: 'b', key: 'ada ' },
      { id: 'c', key: 'ADA' },
    ],
  ]);
  await same.run();
  expect(same.calls.slice(1)).toStrictEqual(['a with 1', 'b with 1', 'c with 1']);
});

test('a record that fails is a dead letter with its reason; the log and the counts know of it', async () => {
  const { run, state, log, told, fail } = setUp([[{ id: 'a' }, { at: 1 }, { id: 'b' }]]);
  fail(({ id }) => (id === 'b' ? apiFailure(400) : undefined));
  expect(await run()).toMatchObject({ read: 3, created: 1, failed: 2 });
  expect(state.deadLetters).toStrictEqual([
    { source: null, path: 'id', reason: 'is missing', record: { at: 1 } },
    { source: 'b', path: '', reason: expect.stringContaining('400: as told'), record: { id: 'b' } },
  ]);
  expect(log.map((line) => JSON.parse(line))).toStrictEqual([
    { message: 'record failed', source: null, path: 'id' },
    { message: 'record handled', source: 'a', outcome: 'created' },
    { message: 'record failed', source: 'b', path: '', status: 400, code: null, requestId: null },
  ]);
  expect(told).toStrictEqual([
    ['page', { records: 3 }],
    ['connector.records', 3, { outcome: 'read' }],
    ['connector.records', 1, { outcome: 'created' }],
    ['connector.records', 2, { outcome: 'failed' }],
  ]);
});

test('a dry run writes no dead letter; a bug is no dead letter', async () => {
  const dry = setUp([[{ at: 1 }]]);
  expect(await dry.run({ dryRun: true })).toMatchObject({ failed: 1 });
  expect(dry.state.deadLetters).toStrictEqual([]);
  const broken = setUp([[{ id: 'a' }]]);
  broken.fail(() => new TypeError('a bug'));
  await expect(broken.run()).rejects.toThrow('a bug');
});

test('five failures of the API in a row end the run, one success in between starts the count anew', async () => {
  const ids = Array.from({ length: 9 }, (_, n) => [{ id: `${n}` }]);
  const down = setUp(ids);
  down.fail(() => apiFailure(503));
  await expect(down.run()).rejects.toMatchObject({ status: 503 });
  expect(down.state.deadLetters).toHaveLength(4);
  const shaky = setUp(ids);
  shaky.fail(({ id }) => (id === '4' ? undefined : apiFailure(503)));
  expect(await shaky.run()).toMatchObject({ created: 1, failed: 8 });
  const refused = setUp(ids);
  refused.fail(() => apiFailure(422));
  expect(await refused.run()).toMatchObject({ failed: 9 });
  const locked = setUp(ids);
  locked.fail(() => apiFailure(401));
  await expect(locked.run()).rejects.toMatchObject({ status: 401 });
  expect(locked.state.deadLetters).toHaveLength(0);
});

test('single records are sent again without touching the checkpoint', async () => {
  const { connection, tools, state, calls } = setUp([]);
  const options = { dryRun: false, always: true, confirmed: true };
  expect(await syncRecords(connection, tools, [{ id: 'a', at: 9 }], options)).toMatchObject({
    read: 1,
    created: 1,
    checkpoint: null,
    ms: 1,
  });
  expect(calls).toStrictEqual(['a with 1']);
  expect(state.checkpoints).toStrictEqual([]);
});

const letters = [
  { source: 'a', record: { id: 'a', name: 'old' } },
  { source: null, record: { name: 'without id' } },
  { source: 'a', record: { id: 'a', name: 'older' } },
]
  .map((letter) => JSON.stringify(letter))
  .join('\n \n');

test('dead letters are read again from the source; without a way to ask, they are taken as they were', async () => {
  const { source } = setUp([]).connection;
  expect(await readDeadLetters(letters, source)).toStrictEqual({
    records: [{ id: 'a', name: 'older' }, { name: 'without id' }],
    gone: [],
  });
  const now = { ...source, get: async (id: string) => ({ id, name: 'now' }) };
  expect(await readDeadLetters(letters, now)).toStrictEqual({
    records: [{ id: 'a', name: 'now' }, { name: 'without id' }],
    gone: [],
  });
});

test('what is gone from the source is said; another failure ends the reading', async () => {
  const { source } = setUp([]).connection;
  const without = { records: [{ name: 'without id' }], gone: ['a'] };
  const failing = (failure: Error) => ({ ...source, get: () => Promise.reject(failure) });
  expect(await readDeadLetters(letters, failing(apiFailure(404)))).toStrictEqual(without);
  expect(await readDeadLetters(letters, failing(apiFailure(410)))).toStrictEqual(without);
  expect(await readDeadLetters(letters, { ...source, get: async () => ({ deleted: true }) })).toStrictEqual(
    without,
  );
  for (const failure of [apiFailure(400), new Error('a bug')]) {
    await expect(readDeadLetters(letters, failing(failure))).rejects.toBe(failure);
  }
});
