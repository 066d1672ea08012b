import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { publicDatasets } from './public-datasets.ts';

test('every data set that the shipped figures were fitted on is named', async () => {
  const model = z
    .object({ trained: z.string() })
    .parse(
      JSON.parse(
        await readFile(new URL('../../tools/propose-mapping/score/model.json', import.meta.url), 'utf8'),
      ),
    );
  const fitted = [...model.trained.matchAll(/([\w-]+) \(\d+\)/g)].map(([, name]) => name);
  const named = (await publicDatasets()).filter(({ trainedOn }) => trainedOn).map(({ name }) => name);
  expect(named.sort()).toStrictEqual(fitted.sort());
});

const good = `datasets:
  - name: one
    title: One
    licence: MIT
    trainedOn: false
    origins: [{ repository: a/b, commit: ${'a'.repeat(40)}, paths: [x.csv] }]
    derivation: By hand.
`;

test.each([
  ['a short commit', good.replace('a'.repeat(40), 'abc123')],
  ['no path', good.replace('[x.csv]', '[]')],
  ['an unknown key', `${good}    colour: red\n`],
  ['a name twice', good + good.slice(good.indexOf('  -'))],
])('%s is refused', async (_, text) => {
  const folder = await mkdtemp(join(tmpdir(), 'causeway-datasets-'));
  const file = join(folder, 'datasets.yaml');
  await writeFile(file, good);
  expect(await publicDatasets(pathToFileURL(file))).toMatchObject([{ name: 'one', published: [] }]);
  await writeFile(file, text);
  await expect(publicDatasets(pathToFileURL(file))).rejects.toMatchObject({ code: 'bad_datasets' });
  await rm(folder, { recursive: true });
});

const gold = process.env['CAUSEWAY_GOLD'];
const Origin = z.object({ provenance: z.object({ repo: z.string(), commit: z.string(), path: z.string() }) });

test.skipIf(!gold)('every case says an origin that is named here (skipped: no corpus)', async () => {
  const origins = new Map((await publicDatasets()).map(({ name, origins: from }) => [name, from]));
  const strangers: string[] = [];
  for (const name of await readdir(gold ?? '')) {
    for (const file of await readdir(join(gold ?? '', name))) {
      const { provenance } = Origin.parse(JSON.parse(await readFile(join(gold ?? '', name, file), 'utf8')));
      const known = provenance.path
        .split(' + ')
        .every((path) =>
          origins
            .get(name)
            ?.some(
              (origin) =>
                origin.repository === provenance.repo &&
                origin.commit === provenance.commit &&
                origin.paths.some((one) => path.startsWith(one)),
            ),
        );
      if (!known) strangers.push(`${name}/${file}`);
    }
  }
  expect(strangers).toStrictEqual([]);
});
