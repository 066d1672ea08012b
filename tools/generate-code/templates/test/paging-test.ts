import { expect, test } from 'vitest';
import type { Pages } from '../src/systems.ts';
import { listsPages } from './fakes.ts';
import { createWorld, type World } from './world.ts';

async function ids(pages: Pages, world: World): Promise<string[]> {
  const found: string[] = [];
  for await (const page of pages) {
    for (const record of page) found.push(world.connection.source.idOf(record) ?? 'no id');
  }
  return found;
}

test.each([0, 1, 2, 6, 7])('a list of %i records is read to its end, each record once', async (count) => {
  const world = createWorld(count);
  const read = await ids(world.connection.source.list(), world);
  expect(read.toSorted()).toStrictEqual([...world.source.records.keys()].sort());
});

test('changes are read page by page, without what is older', async () => {
  const world = createWorld(7);
  const { changes, updatedAt, idOf } = world.connection.source;
  const records = [...world.source.records.values()];
  const times = records.map((record) => updatedAt(record)?.getTime() ?? 0).sort((a, b) => a - b);
  const since = new Date(times[3] ?? 0);
  const expected = records.filter((record) => (updatedAt(record) ?? since) >= since).map(idOf);
  // Where the API cannot be asked for changes, a full list is read every time.
  const read = await ids(changes === null ? world.connection.source.list() : changes.since(since), world);
  if (changes === null) expect(read).toHaveLength(7);
  else expect(read.filter((id) => expected.includes(id)).toSorted()).toStrictEqual(expected.toSorted());
});

if (listsPages) {
  test('a list that answers the same page for ever is stopped', async () => {
    const world = createWorld(6);
    const { source } = world;
    let first: Response | undefined;
    source.intercept = ({ route, url, init }) => {
      if (route.kind !== 'list') return undefined;
      if (first === undefined) {
        const { intercept } = source;
        source.intercept = () => undefined;
        first = source.answer(url, init);
        source.intercept = intercept;
      }
      return first?.clone();
    };
    await expect(ids(world.connection.source.list(), world)).rejects.toThrow('same page twice');
  });
}
