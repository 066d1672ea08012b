import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { accept, compare, readHeadline, type ScoresById } from './headline.ts';
import type { CaseScore } from './metrics/score-case.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'causeway-headline-'));
  file = join(folder, 'headline.json');
});
afterEach(() => rm(folder, { recursive: true }));

const score = (value: number, confidence = value): CaseScore => ({
  pairs: 1,
  acc1: value,
  acc5: value,
  mrr: value,
  recallAtGt: value,
  precision: value,
  recall: value,
  f1: value,
  hardAcc1: null,
  easyAcc1: null,
  transformAccuracy: null,
  matchKeyAccuracy: null,
  transforms: {},
  abstention: { empty: 0, leftEmpty: 0, answered: 1, wronglyEmpty: 0 },
  rows: [{ confidence, right: value === 1 }],
});
const dataset = (scores: Record<string, CaseScore>): ReadonlyMap<string, ScoresById> =>
  new Map([['crm', new Map(Object.entries(scores))]]);

test('what is accepted is written with its noise, beside what others accepted before', async () => {
  await writeFile(file, JSON.stringify({ z: { acc1: null, f1: null, ece: null, cases: ['q'] } }));
  await accept(file, dataset({ d: score(0.5), a: score(1), c: score(0.5), b: score(1) }));
  expect(JSON.parse(await readFile(file, 'utf8'))).toStrictEqual({
    crm: {
      acc1: { value: 0.75, noise: 0.25 },
      f1: { value: 0.75, noise: 0.25 },
      ece: { value: 0.25, noise: 0.25 },
      cases: ['a', 'b', 'c', 'd'],
    },
    z: { acc1: null, f1: null, ece: null, cases: ['q'] },
  });
});

/** Four alike, the fewest that have a bar, and others. */
const four = (one: CaseScore, others: Record<string, CaseScore> = {}) =>
  dataset({ a: one, b: one, c: one, d: one, ...others });

test('the file is as the formatter wants it', async () => {
  const long = Object.fromEntries(
    Array.from({ length: 9 }, (_, at) => [`a-rather-long-name-${at}`, score(1)]),
  );
  await accept(file, dataset(long));
  await accept(file, new Map([['few', new Map([['x', score(1)]])]]));
  const text = await readFile(file, 'utf8');
  expect(text).toContain('\n    "cases": ["x"]\n');
  expect(text).toContain('\n    "cases": [\n      "a-rather-long-name-0",\n');
});

test('three cases have no bar: their noise cannot be told', async () => {
  await accept(file, dataset({ a: score(1), b: score(1), c: score(1) }));
  const headline = await readHeadline(file);
  expect(headline).toStrictEqual({ crm: { acc1: null, f1: null, ece: null, cases: ['a', 'b', 'c'] } });
  expect(compare(headline, dataset({ a: score(0), b: score(0), c: score(0) }))).toStrictEqual({
    worse: [],
    notes: [],
  });
});

test('worse by more than the noise is worse; less is not, and better never is', async () => {
  await accept(file, four(score(0.8, 0.1)));
  const headline = await readHeadline(file);
  const said = (one: CaseScore) => compare(headline, four(one));
  expect(said(score(0.8, 0.1))).toStrictEqual({ worse: [], notes: [] });
  expect(said(score(1, 1))).toStrictEqual({ worse: [], notes: [] });
  expect(said(score(0.7, 0.3))).toStrictEqual({
    worse: [
      'crm: acc1 is 0.7, accepted was 0.8 (noise 0)',
      'crm: f1 is 0.7, accepted was 0.8 (noise 0)',
      'crm: ece is 0.3, accepted was 0.1 (noise 0)',
    ],
    notes: [],
  });
  await accept(file, four(score(1), { c: score(0.5), d: score(0.5) }));
  // .75 ± .25: all at .5 is within the noise.
  expect(compare(await readHeadline(file), four(score(0.5)))).toStrictEqual({
    worse: [],
    notes: [],
  });
});

test('only accepted cases are compared: new ones neither help nor hurt', async () => {
  await accept(file, four(score(0.8)));
  const headline = await readHeadline(file);
  expect(compare(headline, four(score(0.8), { fresh: score(0) }))).toStrictEqual({
    worse: [],
    notes: ['crm: 1 cases are new since the figures were accepted (--accept)'],
  });
  expect(compare(headline, four(score(0.7, 0.8), { fresh: score(1) })).worse).toHaveLength(2);
});

test('with accepted cases missing there is no comparison; other data of the same name is left alone', async () => {
  await accept(file, dataset({ a: score(0.8), b: score(0.8) }));
  const headline = await readHeadline(file);
  expect(compare(headline, dataset({ a: score(0) }))).toStrictEqual({
    worse: [],
    notes: ['crm: not compared, 1 of 2 accepted cases are not here'],
  });
  expect(compare(headline, dataset({ other: score(0) }))).toStrictEqual({ worse: [], notes: [] });
  expect(compare(headline, new Map([['constructor', new Map()]]))).toStrictEqual({ worse: [], notes: [] });
});

test('no file: nothing was accepted; a broken one is said to be', async () => {
  expect(await readHeadline(file)).toStrictEqual({});
  await writeFile(file, '{"crm":{"acc1":2}}');
  await expect(readHeadline(file)).rejects.toMatchObject({ code: 'bad_headline' });
});
