import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runEval } from './run-eval.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'causeway-eval-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function run(...argv: string[]) {
  let out = '';
  let err = '';
  const code = await runEval(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

const side = (...paths: string[]) => ({
  system: 's',
  entity: 'contact',
  fields: paths.map((path) => ({ path, type: 'string' })),
});
const tiny = {
  id: 'tiny',
  domain: 'CRM',
  source: side('email', 'first_name'),
  target: side('emailAddress', 'firstName'),
  gold: [
    { source: ['email'], target: 'emailAddress', transform: 'rename' },
    { source: ['first_name'], target: 'firstName', transform: 'rename' },
  ],
};

async function writeCase(path: string, value: unknown) {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), JSON.stringify(value));
}

test('each sub-folder is a dataset; JSON on stdout, the table on stderr', async () => {
  await writeCase('one/a.json', tiny);
  await writeCase('two/b.json', { ...tiny, id: 'other' });
  const { code, out, err } = await run('--cases', folder, '--json');
  const { datasets, overall, ms, baselines } = JSON.parse(out);
  expect([code, Object.keys(datasets), typeof ms]).toStrictEqual([0, ['one', 'two'], 'number']);
  expect(overall).toMatchObject({ cases: 2, pairs: 4, acc1: 1, acc5: 1, mrr: 1, transformAccuracy: 1 });
  expect(Object.keys(overall)).toStrictEqual([
    'cases',
    'pairs',
    'acc1',
    'acc5',
    'mrr',
    'recallAtGt',
    'precision',
    'recall',
    'f1',
    'hardAcc1',
    'ece',
    'brier',
    'auto',
    'transformAccuracy',
  ]);
  expect(Object.keys(baselines)).toStrictEqual(['exact-name', 'jaro-winkler', 'trigram']);
  expect(baselines['exact-name'].overall.acc1).toBe(1);
  expect(err).toMatch(/^matcher +dataset .*\ncauseway +one .*\n/);
});

test('predictions: one line per scored target', async () => {
  await writeCase('a.json', { ...tiny, ignore_targets: ['firstName'] });
  const file = join(folder, 'predictions.jsonl');
  const { code } = await run('--cases', folder, '--predictions', file, '--matcher', 'exact-name');
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  expect([code, lines.map((line) => JSON.parse(line))]).toStrictEqual([
    0,
    [
      {
        case: 'tiny',
        target: 'emailAddress',
        ranked: [
          { sources: ['email'], confidence: 0 },
          { sources: ['first_name'], confidence: 0 },
        ],
        proposed: null,
      },
    ],
  ]);
});

test.each([
  ['a folder that is not there', ['--cases', '/nowhere/at/all'], 'unreadable_path'],
  ['a matcher that is not there', ['--matcher', 'magic'], 'unknown_matcher'],
  ['an option that is not there', ['--nope'], 'bad_arguments'],
])('%s: exit 2 and one line', async (_, argv, error) => {
  const { code, out, err } = await run(...argv, '--json');
  expect([code, JSON.parse(out).error.code, err.trimEnd().split('\n').length]).toStrictEqual([2, error, 1]);
  expect(err).toContain(`causeway: ${error}: `);
});

test('an empty folder and a file that is no case: exit 2', async () => {
  expect(await run('--cases', folder)).toMatchObject({ code: 2, err: expect.stringContaining('no_cases') });
  await writeCase('bad.json', { id: 'x' });
  expect(await run('--cases', folder)).toMatchObject({ code: 2, err: expect.stringContaining('bad_case') });
});

test('our own cases are above their bar, and far above the baselines', async () => {
  const { code, out, err } = await run('--json');
  const { datasets, baselines } = JSON.parse(out);
  expect([code, err.includes('below the bar')]).toStrictEqual([0, false]);
  expect(datasets.cases.acc1).toBeGreaterThan(baselines.trigram.datasets.cases.acc1 + 0.15);
});
