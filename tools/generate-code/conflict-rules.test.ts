import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { ConflictRule, Entity } from '../model/index.ts';
import { catalogEntity } from './__fixtures__/catalog-entity.ts';
import { type HandRow, handMapping } from './__fixtures__/hand-mapping.ts';
import { runProgram } from './__fixtures__/run.ts';
import { smallEntity } from './__fixtures__/small-entity.ts';
import { writeConnector } from './__fixtures__/write-connector.ts';
import { generate, generateConnector } from './index.ts';

interface Api {
  readonly records: Map<string, Record<string, unknown>>;
  count(...kinds: string[]): number;
}
interface World {
  readonly source: Api;
  readonly target: Api;
  run(options?: object): Promise<Record<string, unknown>>;
}

const get = { method: 'GET', path: '/things/{id}', answers: 'record' };
const text = (path: string) => ({ path, type: 'string' as const });
const stamp = (path: string) => ({ path, type: 'date-time' as const });
const names = ['plain', 'kept', 'late', 'asked'];
const rows: readonly HandRow[] = [
  ['plain', 'plain'],
  ['kept', 'kept', { kind: 'rename' }, { conflict: 'target' }],
  ['late', 'late', { kind: 'rename' }, { conflict: 'newest' }],
  ['group.asked', 'asked', { kind: 'rename' }, { conflict: 'ask' }],
];

function from(): Entity {
  return { ...smallEntity('from', [...names.map(text), stamp('changed')]), updatedField: 'changed' };
}

function to(operations: object = { get }): Entity {
  const fields = [...names.slice(0, 3).map(text), text('group.asked'), stamp('modified')];
  return { ...smallEntity('to', fields, { operations: { ...operations } }), updatedField: 'modified' };
}

/** Both fakes of a generated connector, with one record that was carried over at 10 o'clock. */
async function carried(target = to(), all = rows, before?: Record<string, unknown>): Promise<World> {
  const folder = await writeConnector(await generateConnector(handMapping(from(), target, all)));
  const { createWorld } = (await import(pathToFileURL(join(folder, 'test/world.ts')).href)) as {
    createWorld: (count: number) => World;
  };
  const world = createWorld(0);
  world.source.records.set('1', at('10:00', { plain: 'a', kept: 'a', late: 'a', asked: 'a' }));
  if (before !== undefined) world.target.records.set('1', before);
  const created = before === undefined ? 1 : 0;
  expect(await world.run()).toMatchObject({ created, updated: 1 - created, failed: 0 });
  return world;
}

const at = (time: string, values: object) => ({ id: '1', changed: `2026-05-01T${time}:00Z`, ...values });
const there = (world: World) => world.target.records.get('1') ?? {};
const change = (world: World, values: object) =>
  world.target.records.set('1', { ...there(world), ...values });

test('a field of the target is written while it is empty there, and stays once it is not', async () => {
  const world = await carried();
  const b = { plain: 'b', kept: 'b', late: 'b', asked: 'b' };
  world.source.records.set('1', at('11:00', b));
  expect(await world.run({ full: true })).toMatchObject({ updated: 1, failed: 0 });
  expect(there(world)).toStrictEqual({ id: '1', plain: 'b', kept: 'a', late: 'b', group: { asked: 'b' } });
  change(world, { kept: null });
  expect(await world.run({ full: true, always: true })).toMatchObject({ updated: 1, failed: 0 });
  expect(there(world)).toMatchObject({ kept: 'b' });
});

test('what only one side changed is kept, under every rule', async () => {
  const world = await carried();
  change(world, { late: 'theirs', group: { asked: 'theirs' }, modified: '2026-05-01T10:30:00Z' });
  const ours = { plain: 'b', kept: 'a', late: 'a', asked: 'a' };
  world.source.records.set('1', at('11:00', ours));
  expect(await world.run({ full: true })).toMatchObject({ updated: 1, failed: 0 });
  expect(there(world)).toMatchObject({ plain: 'b', late: 'theirs', group: { asked: 'theirs' } });
  // What was seen there counts as known: the next change of ours is the newer one.
  world.source.records.set('1', at('12:00', { ...ours, late: 'c', asked: 'c' }));
  expect(await world.run({ full: true })).toMatchObject({ updated: 1, failed: 0 });
  expect(there(world)).toMatchObject({ late: 'c', group: { asked: 'c' } });
});

test.each([
  ['11:00', '12:00', 'theirs'],
  ['12:00', '11:00', 'ours'],
])('changed here at %s and there at %s, the newest is: %s', async (here, other, late) => {
  const world = await carried();
  change(world, { late: 'theirs', modified: `2026-05-01T${other}:00Z` });
  const ours = { plain: 'b', kept: 'a', late: 'ours', asked: 'a' };
  world.source.records.set('1', at(here, ours));
  expect(await world.run({ full: true })).toMatchObject({ updated: 1, failed: 0 });
  expect(there(world)).toMatchObject({ plain: 'b', late });
  // A later change of another field brings back nothing that was decided.
  world.source.records.set('1', at('13:00', { ...ours, plain: 'c' }));
  expect(await world.run({ full: true })).toMatchObject({ updated: 1, failed: 0 });
  expect(there(world)).toMatchObject({ plain: 'c', late });
});

test('a record whose target does not say when it was changed is a dead letter', async () => {
  const world = await carried();
  change(world, { late: 'theirs' });
  world.source.records.set('1', at('11:00', { plain: 'b', kept: 'a', late: 'ours', asked: 'a' }));
  expect(await world.run({ full: true })).toMatchObject({ updated: 0, failed: 1 });
  expect(there(world)).toMatchObject({ plain: 'a', late: 'theirs' });
});

test('where a person is asked, the record waits in the dead letters, and a replay takes the source’s value', async () => {
  const world = await carried();
  change(world, { group: { asked: 'theirs' } });
  world.source.records.set('1', at('11:00', { plain: 'b', kept: 'a', late: 'a', asked: 'ours' }));
  expect(await world.run({ full: true, dryRun: true })).toMatchObject({ updated: 0, failed: 1 });
  const asked = await world.run({ full: true });
  expect(asked).toMatchObject({ updated: 0, failed: 1 });
  expect(there(world)).toMatchObject({ plain: 'a', group: { asked: 'theirs' } });
  const [letter = ''] = (await readFile(String(asked['deadLetterFile']), 'utf8')).split('\n');
  expect(JSON.parse(letter)).toMatchObject({
    source: '1',
    path: 'group.asked',
    reason: 'conflict: group.asked was changed on both sides',
  });
  expect(await world.run({ full: true, always: true, confirmed: true })).toMatchObject({ updated: 1 });
  expect(there(world)).toMatchObject({ plain: 'b', group: { asked: 'ours' } });
  expect(await world.run({ full: true, always: true })).toMatchObject({ updated: 1, failed: 0 });
});

test('rules hold for upserts too, also for a record that only the target knows to be ours', async () => {
  const upsert = { method: 'PUT', path: '/things/eid:{key}', answers: 'location' };
  const keyed = to({ get, upsert });
  const target = {
    ...keyed,
    externalIdField: 'key',
    fields: [...keyed.fields, ...smallEntity('x', [text('key')]).fields.slice(1)],
  };
  const all: HandRow[] = [...rows, ['key', 'id']];
  const world = await carried(target, all);
  change(world, { kept: 'theirs', late: 'theirs', modified: '2026-05-01T12:00:00Z' });
  world.source.records.set('1', at('11:00', { plain: 'b', kept: 'b', late: 'b', asked: 'b' }));
  expect(await world.run({ full: true })).toMatchObject({ updated: 1, failed: 0 });
  const settled = { plain: 'b', kept: 'theirs', late: 'theirs', group: { asked: 'b' }, key: '1' };
  expect(there(world)).toMatchObject(settled);
  const first = await carried(target, all, { id: '1', key: '1', kept: 'theirs', group: { asked: 'a' } });
  expect(there(first)).toMatchObject({ plain: 'a', kept: 'theirs', late: 'a', group: { asked: 'a' } });
});

test('a record that is gone from the target is made anew, with all its fields', async () => {
  const world = await carried();
  const whole = { ...there(world) };
  world.target.records.clear();
  expect(await world.run({ full: true, always: true })).toMatchObject({ created: 1, failed: 0 });
  expect(there(world)).toStrictEqual(whole);
});

test('where the target cannot be read, its own fields are written on create only, and the others are refused', async () => {
  const { connector, warnings } = await generate(handMapping(from(), to({}), rows));
  expect(warnings).toStrictEqual([
    'late is not in the code: To has no call that reads one thing, so the conflict rule "newest" cannot be kept',
    'group.asked is not in the code: To has no call that reads one thing, so the conflict rule "ask" cannot be kept',
    'No mapped field identifies a To thing: records that exist there already are not recognised',
  ]);
  const file = (path: string) => connector.files.find((one) => one.path === path)?.content ?? '';
  expect(file('README.md')).toContain('`kept`: written when a record is made, and never again');
  const world = await carried(to({}));
  world.source.records.set('1', at('11:00', { plain: 'b', kept: 'b', late: 'b', asked: 'b' }));
  expect(await world.run({ full: true })).toMatchObject({ updated: 1, failed: 0 });
  expect(there(world)).toStrictEqual({ id: '1', plain: 'b', kept: 'a' });
});

test.each<[string, Entity, HandRow, string]>([
  [
    'a list',
    { ...to(), fields: [...to().fields, ...smallEntity('x', [text('tags[]')]).fields.slice(1)] },
    ['tags[]', 'plain', { kind: 'rename' }, { conflict: 'target' }],
    'a list is written as a whole, so the conflict rule "target" cannot be kept for one field of it',
  ],
  [
    'no stamp',
    { ...to(), updatedField: null },
    ['late', 'late', { kind: 'rename' }, { conflict: 'newest' }],
    'a To thing does not say when it was changed, so the conflict rule "newest" cannot be kept',
  ],
  [
    'the external id',
    { ...to(), externalIdField: 'kept' },
    ['kept', 'id', { kind: 'rename' }, { conflict: 'ask' }],
    'records are recognised by it, so the conflict rule "ask" cannot be kept',
  ],
])('%s is refused in words', async (_, target, row, why) => {
  const { warnings } = await generate(handMapping(from(), target, [['plain', 'plain'], row]));
  expect(warnings).toContain(`${row[0]} is not in the code: ${why}`);
});

test('an upsert that never looks keeps no rule, and the mapping’s own rule spares the external id', async () => {
  const upsert = { method: 'PUT', path: '/things/by/{key}', answers: 'location' };
  const target = { ...to({ get, upsert }), externalIdField: 'kept' };
  const all: HandRow[] = [
    ['kept', 'id'],
    ['plain', 'plain'],
    ['late', 'late', { kind: 'rename' }, { conflict: 'source' }],
  ];
  const rules = { conflictRule: 'target' as ConflictRule };
  const { warnings } = await generate(handMapping(from(), target, all, [], rules));
  expect(warnings.filter((one) => one.includes('not in the code'))).toStrictEqual([
    'plain is not in the code: To is written by external id without a look at what is there, so the conflict rule "target" cannot be kept',
  ]);
});

test("the connector's own checks pass with rules and conditions, also where records are upserted", async () => {
  const more: HandRow[] = [
    ['externalId', 'id'],
    ['email', 'properties.email'],
    ['lastName', 'properties.lastname', { kind: 'rename' }, { conflict: 'newest' }],
    ['firstName', 'properties.firstname', { kind: 'rename' }, { conflict: 'ask' }],
    ['phone', 'properties.phone', { kind: 'rename' }, { conflict: 'target' }],
    [
      'comments',
      'properties.jobtitle',
      { kind: 'rename' },
      { when: { source: 'properties.company', is: 'filled' } },
    ],
    [
      'title',
      'properties.jobtitle',
      { kind: 'rename' },
      { when: { source: 'archived', is: 'equals', value: false } },
    ],
  ];
  const key = { source: 'properties.email', target: 'email', confidence: 0.9 };
  const entities = [await catalogEntity('hubspot#contact'), await catalogEntity('netsuite#contact')] as const;
  const { connector, warnings } = await generate(handMapping(...entities, more, [key]));
  expect(warnings.filter((one) => one.includes('not in the code'))).toStrictEqual([]);
  const folder = await writeConnector(connector);
  expect(await runProgram('tsc', ['--noEmit'], { cwd: folder })).toMatchObject({ code: 0, stdout: '' });
  const { code, stdout } = await runProgram('vitest', ['run', '--reporter=verbose'], { cwd: folder });
  expect({ code, stdout }).toMatchObject({ code: 0 });
  expect(stdout).toContain('comments: its condition does not hold');
});
