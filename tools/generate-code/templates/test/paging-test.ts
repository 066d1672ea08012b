import { expect, test } from 'vitest';
import { changesInOrder } from '../src/changes-in-order.ts';
import type { Pages } from '../src/systems.ts';
import { listsPages } from './fakes.ts';
import { sourceId, touchedRecord } from './records.ts';
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

const { changes } = createWorld(0).connection.source;
if (changes?.ordered === true) {
  /** Ids of the changes since the first record's, as a sync reads them. */
  const idsInOrder = (world: World): Promise<string[]> => {
    const { source } = world.connection;
    const since = source.updatedAt(touchedRecord(1, 1)) ?? new Date(0);
    return ids(
      changesInOrder((moment) => source.changes?.since(moment) ?? source.list(), since, source),
      world,
    );
  };
  const all = (count: number) => Array.from({ length: count }, (_, index) => sourceId(index + 1));

  test('a record edited while the pages are read hides no other one', async () => {
    const world = createWorld(7);
    const { source } = world;
    source.intercept = ({ route }) => {
      // Between the first page and the second, a record of the first moves to the end.
      if (route.kind === 'changes' && source.count('changes') === 2) {
        source.records.set(sourceId(1), touchedRecord(1, 50));
      }
      return undefined;
    };
    expect(await idsInOrder(world)).toStrictEqual([...all(7), sourceId(1)]);
  });

  test('a search that ends after so many pages is begun again where it ended', async () => {
    const world = createWorld(9);
    const pages = new Map<number | undefined, number>();
    world.source.intercept = ({ route, captures }) => {
      if (route.kind !== 'changes') return undefined;
      const since = captures.since?.getTime();
      pages.set(since, (pages.get(since) ?? 0) + 1);
      return (pages.get(since) ?? 0) > 2 ? new Response('{}', { status: 400 }) : undefined;
    };
    expect(await idsInOrder(world)).toStrictEqual(all(9));
  });

  test('more records of one moment than a page holds are all read, each once', async () => {
    const world = createWorld(7);
    for (const n of [2, 3, 4, 5, 6]) world.source.records.set(sourceId(n), touchedRecord(n, 2));
    expect(await idsInOrder(world)).toStrictEqual(all(7));
  });
}
