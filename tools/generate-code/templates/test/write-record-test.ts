import { expect, test } from 'vitest';
import type { PreparedRecord, TargetSystem } from '../src/systems.ts';
import { type WriteOptions, writeRecord } from '../src/write-record.ts';
import { apiFailure } from './api-failure.ts';
import { MemoryState } from './memory-state.ts';

/** A record of no system: what is tested here is the same for every API. */
type Card = { readonly [field: string]: string | null };

const card: Card = { name: 'Ada', mail: 'ada@example.com', note: null };
const sent = { name: 'Ada', mail: 'ada@example.com' };
const item: PreparedRecord<Card> = { sourceId: 's1', record: card, matchValue: 'ada', externalId: 'x1' };

/** A writer with a target that can do what is given; what it was asked is in `calls`. */
function setUp(can: Partial<TargetSystem<Card>> = {}) {
  const calls: unknown[][] = [];
  const state = new MemoryState();
  const clock = { now: () => 0, sleep: async (ms: number) => void calls.push(['sleep', ms]) };
  const note =
    <Args extends unknown[], Result>(name: string, work: ((...args: Args) => Promise<Result>) | null) =>
    (...args: Args): Promise<Result> => {
      calls.push([name, ...args]);
      if (work === null) throw new Error(`${name} must not be asked`);
      return work(...args);
    };
  const given = <Name extends 'find' | 'exists' | 'externalIdOf' | 'create' | 'update' | 'upsert'>(
    name: Name,
  ) => (can[name] ? (note(name, can[name] as never) as unknown as TargetSystem<Card>[Name]) : null);
  const target: TargetSystem<Card> = {
    find: given('find'),
    exists: given('exists'),
    externalIdOf: given('externalIdOf'),
    create: given('create'),
    update: given('update'),
    upsert: given('upsert'),
    idempotentCreate: can.idempotentCreate ?? false,
    conflicts: can.conflicts ?? null,
  };
  const write = (options: Partial<WriteOptions> = {}, what: Partial<PreparedRecord<Card>> = {}) =>
    writeRecord(
      { ...item, ...what },
      target,
      { state, clock },
      { dryRun: false, always: false, confirmed: false, ...options },
    );
  return { calls, state, write, asked: (name: string) => calls.filter(([call]) => call === name) };
}

const plain = {
  find: async (): Promise<string[]> => [],
  create: async () => 't1',
  update: async () => undefined,
};

test('what is not there is created, without blanks, and remembered with what was filled', async () => {
  const { write, calls, state } = setUp(plain);
  expect(await write()).toBe('created');
  expect(calls).toStrictEqual([
    ['find', 'ada'],
    ['create', sent, expect.stringMatching(/^[0-9a-f]{64}$/)],
  ]);
  expect(state.entries.get('s1')).toStrictEqual({
    target: 't1',
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    filled: ['name', 'mail'],
  });
});

test('the same again is skipped, unless all is to be written; a change is updated where it was written', async () => {
  const { write, calls } = setUp(plain);
  await write();
  calls.length = 0;
  expect(await write()).toBe('skipped');
  expect(calls).toStrictEqual([]);
  expect(await write({ always: true })).toBe('updated');
  expect(await write({}, { record: { ...card, name: null } })).toBe('updated');
  // What held a value of ours is cleared.
  expect(calls).toStrictEqual([
    ['update', 't1', sent],
    ['update', 't1', { name: null, mail: 'ada@example.com' }],
  ]);
});

test('what fits the match key is updated; two that fit, another’s and one with another external id are refused', async () => {
  const one = setUp({ ...plain, find: async () => ['t7'] });
  expect(await one.write()).toBe('updated');
  expect(one.calls).toStrictEqual([
    ['find', 'ada'],
    ['update', 't7', sent],
  ]);
  expect(one.state.entries.get('s1')).toMatchObject({ target: 't7' });

  const two = setUp({ ...plain, find: async () => ['t7', 't8'] });
  await expect(two.write()).rejects.toMatchObject({
    name: 'RecordError',
    message: expect.stringContaining('fits 2 target records: t7, t8'),
  });

  const others = setUp({ ...plain, find: async () => ['t7'] });
  await others.state.written('s9', 't7', 'hash', []);
  await expect(others.write()).rejects.toThrow('target record t7 already belongs to source record s9');

  const own = setUp({ ...plain, find: async () => ['t7'] });
  await own.state.written('s1', 't7', 'hash', []);
  expect(await own.write()).toBe('updated');

  for (const [theirs, outcome] of [
    ['x1', 'updated'],
    [undefined, 'updated'],
  ] as const) {
    const { write } = setUp({ ...plain, find: async () => ['t7'], externalIdOf: async () => theirs });
    expect(await write()).toBe(outcome);
  }
  const stranger = setUp({ ...plain, find: async () => ['t7'], externalIdOf: async () => 'x9' });
  await expect(stranger.write()).rejects.toThrow('target record t7, which has another external id: x9');
  for (const { calls } of [two, others, stranger])
    expect(calls.map(([call]) => call)).not.toContain('update');
});

test('what the API cannot do is said', async () => {
  const noUpdate = setUp({ find: async () => ['t7'], create: plain.create });
  await expect(noUpdate.write()).rejects.toThrow('the record exists as t7, and this API cannot change it');
  const noCreate = setUp({ find: plain.find, update: plain.update });
  await expect(noCreate.write()).rejects.toThrow(
    'does not exist in the target, and this API cannot create it',
  );
});

test('a target record that is gone is made anew; other failures are passed on', async () => {
  for (const status of [404, 410]) {
    const { write, state, asked } = setUp({ ...plain, update: () => Promise.reject(apiFailure(status)) });
    await state.written('s1', 't1', 'old', ['name']);
    expect(await write()).toBe('created');
    expect(asked('create')).toHaveLength(1);
    expect(state.entries.get('s1')).toMatchObject({ target: 't1', filled: ['name', 'mail'] });
  }
  for (const failure of [apiFailure(400), new Error('a bug')]) {
    const { write, state, asked } = setUp({ ...plain, update: () => Promise.reject(failure) });
    await state.written('s1', 't1', 'old', []);
    await expect(write()).rejects.toBe(failure);
    expect(asked('create')).toHaveLength(0);
    expect(state.entries.get('s1')).toMatchObject({ target: 't1', hash: 'old' });
  }
});

test('nothing is sent and nothing forgotten in a dry run', async () => {
  const fresh = setUp(plain);
  expect(await fresh.write({ dryRun: true })).toBe('created');
  expect(fresh.asked('create')).toHaveLength(0);
  expect(fresh.state.entries.size).toBe(0);

  const known = setUp(plain);
  await known.state.written('s1', 't1', 'old', []);
  expect(await known.write({ dryRun: true })).toBe('updated');
  expect(known.calls).toStrictEqual([]);
  expect(known.state.entries.get('s1')).toMatchObject({ hash: 'old' });
});

test('a dry run that finds the target record gone says that it will be created', async () => {
  const conflicts = { settle: () => Promise.reject(apiFailure(404)), marksOf: () => ({}) };
  const { write, state } = setUp({ ...plain, conflicts });
  await state.written('s1', 't1', 'old', []);
  expect(await write({ dryRun: true })).toBe('created');
  expect(state.entries.get('s1')).toMatchObject({ hash: 'old' });
});

test('a record whose fields are all blank is not sent, and counts as updated', async () => {
  const { write, state, asked } = setUp(plain);
  await state.written('s1', 't1', 'old', []);
  expect(await write({}, { record: { note: null } })).toBe('updated');
  expect(asked('update')).toHaveLength(0);
  expect(state.entries.get('s1')?.hash).not.toBe('old');
});

test('after a lost answer the target is searched before a create is repeated, at most twice', async () => {
  let created = 0;
  const found = setUp({
    ...plain,
    find: async () => (created === 1 ? ['t1'] : []),
    create: async () => {
      created += 1;
      throw apiFailure(null);
    },
  });
  expect(await found.write()).toBe('created');
  expect(found.calls.map(([call]) => call)).toStrictEqual(['find', 'create', 'sleep', 'find']);
  expect(found.asked('sleep')).toStrictEqual([['sleep', 2000]]);
  expect(found.state.entries.get('s1')).toMatchObject({ target: 't1', filled: ['name', 'mail'] });

  const lost = setUp({ ...plain, create: () => Promise.reject(apiFailure(503)) });
  await expect(lost.write()).rejects.toMatchObject({ status: 503 });
  expect(lost.asked('create')).toHaveLength(3);
  const keys = new Set(lost.asked('create').map(([, , key]) => key));
  expect(keys.size).toBe(1);
  expect(lost.state.entries.get('s1')).toMatchObject({ target: null });
});

test('a create that was refused is not remembered, one that nobody can look for is not repeated', async () => {
  const refused = setUp({ ...plain, create: () => Promise.reject(apiFailure(400)) });
  await expect(refused.write()).rejects.toMatchObject({ status: 400 });
  expect(refused.asked('create')).toHaveLength(1);
  expect(refused.state.entries.size).toBe(0);

  for (const what of [{ matchValue: undefined }, {}]) {
    const { find: _, ...blind } = plain;
    const unseen = setUp({
      ...('matchValue' in what ? plain : blind),
      create: () => Promise.reject(apiFailure(null)),
    });
    await expect(unseen.write({}, what)).rejects.toMatchObject({ status: null });
    expect(unseen.asked('create')).toHaveLength(1);
    expect(unseen.state.entries.get('s1')).toMatchObject({ target: null });
    await expect(unseen.write({}, what)).rejects.toThrow(
      'a create was interrupted and cannot be searched for',
    );
    expect(unseen.asked('create')).toHaveLength(1);
    await expect(unseen.write({ confirmed: true }, what)).rejects.toMatchObject({ status: null });
    expect(unseen.asked('create')).toHaveLength(2);
  }
  const bug = setUp({ ...plain, create: () => Promise.reject(new Error('a bug')) });
  await expect(bug.write()).rejects.toThrow('a bug');
  expect(bug.asked('create')).toHaveLength(1);
});

test('an interrupted create is repeated where the API heeds the key, if the record is the same', async () => {
  const { find: _, ...blind } = plain;
  let fails = true;
  const target = {
    ...blind,
    idempotentCreate: true,
    create: async () => {
      if (fails) throw apiFailure(null);
      return 't1';
    },
  };
  const same = setUp(target);
  await expect(same.write()).rejects.toMatchObject({ status: null });
  const changed = setUp(target);
  await expect(changed.write()).rejects.toMatchObject({ status: null });
  fails = false;
  expect(await same.write()).toBe('created');
  await expect(changed.write({}, { record: { name: 'Eve' } })).rejects.toThrow('a create was interrupted');
});

test('a search that was interrupted after a create finds it', async () => {
  const { write, state, calls } = setUp({ ...plain, find: async () => ['t1'] });
  await state.beginCreate('s1', 'old');
  expect(await write()).toBe('updated');
  expect(calls.map(([call]) => call)).toStrictEqual(['find', 'update']);
});

test('a 409 is looked up again and adopted; without a match it is passed on', async () => {
  let searches = 0;
  const conflict = apiFailure(409);
  const adopted = setUp({
    ...plain,
    find: async () => {
      searches += 1;
      return searches === 1 ? [] : ['t5'];
    },
    create: () => Promise.reject(conflict),
  });
  expect(await adopted.write()).toBe('updated');
  expect(adopted.calls.map(([call]) => call)).toStrictEqual(['find', 'create', 'find', 'update']);
  expect(adopted.state.entries.get('s1')).toMatchObject({ target: 't5' });

  const missing = setUp({ ...plain, create: () => Promise.reject(conflict) });
  await expect(missing.write()).rejects.toBe(conflict);
  expect(missing.state.entries.size).toBe(0);
  expect(missing.asked('create')).toHaveLength(1);

  const gone = setUp({
    ...plain,
    find: async () => (gone.asked('create').length === 0 ? [] : ['t5']),
    create: () => Promise.reject(conflict),
    update: () => Promise.reject(apiFailure(404)),
  });
  await expect(gone.write()).rejects.toBe(conflict);
});

const upserting = {
  exists: async () => false,
  find: plain.find,
  update: plain.update,
  upsert: async () => 't1',
};

test('an upsert creates what neither external id nor match key finds, and updates what we know', async () => {
  const { write, calls, state } = setUp(upserting);
  expect(await write()).toBe('created');
  expect(calls).toStrictEqual([
    ['exists', 'x1'],
    ['find', 'ada'],
    ['upsert', sent],
  ]);
  expect(state.entries.get('s1')).toMatchObject({ target: 't1', filled: ['name', 'mail'] });
  calls.length = 0;
  expect(await write()).toBe('skipped');
  expect(await write({ always: true })).toBe('updated');
  expect(calls).toStrictEqual([['upsert', sent]]);

  const begun = setUp(upserting);
  await begun.state.beginCreate('s1', 'old');
  expect(await begun.write()).toBe('created');
  expect(begun.calls).toStrictEqual([['upsert', sent]]);
});

test('an upsert finds by external id first, then by match key, and asks for neither that is not there', async () => {
  const ours = setUp({ ...upserting, exists: async () => true });
  expect(await ours.write()).toBe('updated');
  expect(ours.calls).toStrictEqual([
    ['exists', 'x1'],
    ['upsert', sent],
  ]);
  const matched = setUp({ ...upserting, find: async () => ['t7'] });
  expect(await matched.write()).toBe('updated');
  expect(matched.calls.map(([call]) => call)).toStrictEqual(['exists', 'find', 'update']);
  const neither = setUp(upserting);
  expect(await neither.write({}, { externalId: undefined, matchValue: undefined })).toBe('created');
  expect(neither.calls.map(([call]) => call)).toStrictEqual(['upsert']);
  const dry = setUp(upserting);
  expect(await dry.write({ dryRun: true })).toBe('created');
  expect(dry.asked('upsert')).toHaveLength(0);
  expect(dry.state.entries.size).toBe(0);
});

test('where fields have a conflict rule, what is settled is sent and remembered', async () => {
  const looked: unknown[] = [];
  const marks = { name: ['ours', 'theirs'] as const };
  const conflicts = {
    settle: async (_: unknown, id: string | null, known: unknown) => {
      looked.push([id, known]);
      return { record: { name: 'Eve' }, seen: marks };
    },
    marksOf: () => ({ name: ['new', 'new'] as const }),
  };
  const { write, state, calls } = setUp({ ...plain, conflicts });
  expect(await write()).toBe('created');
  expect(calls.at(-1)?.[1]).toStrictEqual(sent);
  expect(state.entries.get('s1')?.seen).toStrictEqual({ name: ['new', 'new'] });
  expect(await write({ always: true, confirmed: true })).toBe('updated');
  expect(calls.at(-1)).toStrictEqual(['update', 't1', { name: 'Eve' }]);
  expect(state.entries.get('s1')).toMatchObject({ seen: marks, filled: ['mail', 'name'] });
  expect(looked).toStrictEqual([['t1', { seen: { name: ['new', 'new'] }, confirmed: true }]]);
  // A dry run looks, so that it says what would happen, and changes nothing.
  expect(await write({ always: true, dryRun: true })).toBe('updated');
  expect(looked).toHaveLength(2);
  expect(calls).toHaveLength(3);
});

test('an upsert settles by external id; one whose record is gone is written whole', async () => {
  const settle = (failure?: Error) => async (_: unknown, id: string | null) => {
    if (failure !== undefined) throw failure;
    return { record: { name: `by ${id}` }, seen: {} };
  };
  const marksOf = () => ({});
  const known = setUp({ ...upserting, conflicts: { settle: settle(), marksOf } });
  await known.state.written('s1', 't1', 'old', []);
  expect(await known.write()).toBe('updated');
  expect(known.calls).toStrictEqual([['upsert', { name: 'by null' }]]);
  const gone = setUp({ ...upserting, conflicts: { settle: settle(apiFailure(404)), marksOf } });
  await gone.state.written('s1', 't1', 'old', []);
  expect(await gone.write()).toBe('updated');
  expect(gone.calls).toStrictEqual([['upsert', sent]]);
  const broken = setUp({ ...upserting, conflicts: { settle: settle(apiFailure(400)), marksOf } });
  await broken.state.written('s1', 't1', 'old', []);
  await expect(broken.write()).rejects.toMatchObject({ status: 400 });
});
