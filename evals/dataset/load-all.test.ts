import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadAll, smallCases } from './load-all.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'causeway-cases-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(path: string, id: string, fields = 1) {
  const side = {
    system: 's',
    entity: 'e',
    fields: Array.from({ length: fields }, (_, at) => ({ path: `f${at}` })),
  };
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), JSON.stringify({ id, source: side, target: side, gold: [] }));
}

const outline = (datasets: Awaited<ReturnType<typeof loadAll>>) =>
  datasets.map(({ name, cases }) => [name, ...cases.map(({ id }) => id)]);

test('the order of folders and files changes nothing; datasets of one name are one', async () => {
  await write('x/crm/1.json', 'b');
  await write('x/crm/2.json', 'B');
  await write('x/aaa/1.json', 'z');
  await write('y/crm/1.json', 'a');
  const wanted = [
    ['aaa', 'z'],
    ['crm', 'B', 'a', 'b'],
  ];
  expect(outline(await loadAll([join(folder, 'x'), join(folder, 'y')]))).toStrictEqual(wanted);
  expect(outline(await loadAll([join(folder, 'y'), join(folder, 'x')]))).toStrictEqual(wanted);
});

test('a case that is there twice is refused', async () => {
  await write('x/1.json', 'a');
  await expect(loadAll([join(folder, 'x'), join(folder, 'x')])).rejects.toMatchObject({
    code: 'same_case_twice',
  });
});

test('large cases can be left out, and datasets that have no others', async () => {
  await write('few/1.json', 'small', 2);
  await write('few/2.json', 'large', 3);
  await write('many/1.json', 'huge', 9);
  const all = await loadAll([folder]);
  expect(outline(smallCases(all, 4))).toStrictEqual([['few', 'small']]);
  expect(smallCases(all, Infinity)).toStrictEqual(all);
});
