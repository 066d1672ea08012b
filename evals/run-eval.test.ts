import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inventedCases } from './__fixtures__/invented-cases.ts';
import { readHeadline } from './headline.ts';
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
  // The contract's keys come first, in its order.
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
    'easyAcc1',
    'matchKeyAccuracy',
    'above',
    'transforms',
    'abstention',
    'reliability',
    'riskCoverage',
    'intervals',
    'msPerCase',
  ]);
  expect(Object.keys(baselines)).toStrictEqual(['exact-name', 'jaro-winkler', 'trigram', 'coma']);
  expect(baselines['exact-name'].overall.acc1).toBe(1);
  expect(err).toMatch(/^matcher +dataset .*\ncauseway +one .*\n[\s\S]*\nassisted: not run: .*\n/);
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
  ['a split that is not there', ['--splits', 'half'], 'bad_arguments'],
  ['a split of a matcher that learns nothing', ['--splits', 'lopo', '--matcher', 'coma'], 'bad_arguments'],
  ['a baseline as the accepted figures', ['--accept', '--matcher', 'coma'], 'bad_arguments'],
  ['no number', ['--max-pairs', '1e3'], 'bad_arguments'],
  ['a limit that leaves no case', ['--max-pairs', '1'], 'no_cases'],
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

test('accepted figures hold until they are worse', async () => {
  for (const one of inventedCases) await writeCase(`cases/crm/${one.id}.json`, one);
  const headline = join(folder, 'headline.json');
  const argv = ['--cases', join(folder, 'cases'), '--headline', headline];
  expect((await run(...argv, '--accept')).code).toBe(0);
  expect(await run(...argv)).toMatchObject({ code: 0, err: expect.not.stringContaining('worse') });
  const accepted = JSON.parse(await readFile(headline, 'utf8'));
  accepted.crm.f1 = { value: 1.5, noise: 0.1 };
  await writeFile(headline, JSON.stringify(accepted));
  const { code, out, err } = await run(...argv, '--json');
  expect([code, JSON.parse(out).worse.length]).toStrictEqual([1, 1]);
  expect(err).toMatch(/worse than accepted: crm: f1 is .*, accepted was 1.5 \(noise 0.1\)/);
  // What did not ship is not held against it.
  expect((await run(...argv, '--matcher', 'coma')).code).toBe(0);
  expect((await run(...argv, '--splits', 'lopo')).code).toBe(0);
});

test('split runs: the baselines stay what they are, the matcher is another', async () => {
  for (const one of inventedCases) await writeCase(`crm/${one.id}.json`, one);
  const scores = async (...argv: string[]) => {
    const { out } = await run('--cases', folder, '--json', ...argv);
    const { datasets, baselines, splits } = JSON.parse(out);
    return { splits, ece: datasets.crm.ece, trigram: baselines.trigram.datasets.crm.mrr };
  };
  const shipped = await scores();
  const split = await scores('--splits', 'lopo');
  expect([shipped.splits, split.splits, split.trigram]).toStrictEqual([null, 'lopo', shipped.trigram]);
  expect(split.ece).not.toBe(shipped.ece);
});

test('the assisted matcher says that it did not run', async () => {
  vi.stubEnv('ANTHROPIC_API_KEY', undefined);
  const { code, out, err } = await run('--matcher', 'assisted', '--json');
  expect([code, err]).toStrictEqual([0, 'assisted: not run: no ANTHROPIC_API_KEY\n']);
  expect(JSON.parse(out)).toStrictEqual({
    datasets: {},
    overall: null,
    notRun: { assisted: 'no ANTHROPIC_API_KEY' },
    ms: expect.any(Number),
  });
});

test('a report is written where it is asked for', async () => {
  await writeCase('cases/a.json', tiny);
  const report = join(folder, 'report');
  const { code } = await run('--cases', join(folder, 'cases'), '--report', report);
  expect([code, (await readdir(report)).sort()]).toStrictEqual([
    0,
    ['accuracy.svg', 'reliability.svg', 'report.md', 'risk-coverage.svg'],
  ]);
});

test('our own cases are no worse than accepted, all of them compared, and far above the baselines', async () => {
  const { code, out, err } = await run('--json');
  const { datasets, baselines, worse } = JSON.parse(out);
  expect([code, worse, err.includes('not compared')]).toStrictEqual([0, [], false]);
  expect(Object.keys(await readHeadline(fileURLToPath(new URL('headline.json', import.meta.url))))).toContain(
    'cases',
  );
  expect(datasets.cases.acc1).toBeGreaterThan(baselines.trigram.datasets.cases.acc1 + 0.15);
});
