import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadAll, smallCases } from './dataset/load-all.ts';
import { compare, readHeadline } from './headline.ts';
import { causeway } from './matchers/index.ts';
import { scoreDatasets } from './score-datasets.ts';

const gold = process.env['CAUSEWAY_GOLD'];

// What was accepted is `npm run eval -- --cases $CAUSEWAY_GOLD --max-pairs 7000 --accept`: the few larger cases would
// take most of the time.
test.skipIf(!gold)('people’s mappings are matched no worse than accepted (skipped: no corpus)', async () => {
  const datasets = smallCases(await loadAll([gold ?? '']), 7000);
  const headline = await readHeadline(fileURLToPath(new URL('headline.json', import.meta.url)));
  const { byCase } = await scoreDatasets(datasets, causeway);
  expect(datasets.map(({ name }) => name).filter((name) => headline[name] === undefined)).toStrictEqual([]);
  const { worse, notes } = compare(headline, byCase);
  expect([...worse, ...notes.filter((note) => note.includes('not compared'))]).toStrictEqual([]);
});
