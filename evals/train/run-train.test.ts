import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ModelFigures } from '../../tools/propose-mapping/index.ts';
import { inventedCases } from '../__fixtures__/invented-cases.ts';
import { runTrain } from './run-train.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'causeway-train-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function run(...argv: string[]) {
  let out = '';
  let err = '';
  const code = await runTrain(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

async function write(path: string, value: object) {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), JSON.stringify(value));
}

test('the same cases give the same bytes, in whatever order and files they come', async () => {
  const [a, b, c, d, e] = inventedCases;
  await write('one/left/1.json', a);
  await write('one/left/2.json', b);
  await write('one/right/1.json', c);
  await write('two/right/1.json', d);
  await write('two/right/2.json', e);
  // The same once more, shuffled between folders and names.
  await write('three/right/9.json', d);
  await write('three/left/9.json', a);
  await write('four/right/8.json', e);
  await write('four/right/1.json', c);
  await write('four/left/1.json', b);
  const fitted = async (file: string, ...folders: string[]) => {
    const argv = folders.flatMap((name) => ['--cases', join(folder, name)]);
    const { code } = await run(...argv, '--fit-only', '--out', join(folder, file));
    return { code, text: await readFile(join(folder, file), 'utf8') };
  };
  const first = await fitted('1.json', 'one', 'two');
  expect(first.code).toBe(0);
  expect(ModelFigures.parse(JSON.parse(first.text)).trained).toBe('evals/train on left (2), right (3)');
  expect(await fitted('2.json', 'four', 'three')).toStrictEqual(first);
  expect(await fitted('3.json', 'two', 'one')).toStrictEqual(first);
  // Other cases give other figures: the bytes are not the same whatever is given.
  expect((await fitted('4.json', 'one')).text).not.toBe(first.text);
});

test('says how good the matcher is on providers and datasets that it has not seen', async () => {
  for (const [at, one] of inventedCases.entries()) await write(`${at % 2 ? 'a' : 'b'}/${at}.json`, one);
  const { code, out, err } = await run('--cases', folder, '--json');
  const { model, lopo, loso } = JSON.parse(out);
  expect([code, Object.keys(lopo.datasets), Object.keys(loso.datasets)]).toStrictEqual([
    0,
    ['a', 'b'],
    ['a', 'b'],
  ]);
  expect([lopo.overall.cases, loso.overall.pairs]).toStrictEqual([5, 15]);
  expect(ModelFigures.safeParse(model).success).toBe(true);
  expect(err).toContain('provider held out');
  expect(err).toContain('dataset held out');
});

test.each([
  ['no cases at all', [], 'no_cases'],
  ['an option that is not there', ['--nope'], 'bad_arguments'],
  ['a folder that is not there', ['--cases', '/nowhere/at/all'], 'unreadable_path'],
  ['our own cases', ['--cases', fileURLToPath(new URL('../cases', import.meta.url))], 'own_cases'],
])('%s: exit 2, one line, nothing written', async (_, argv, error) => {
  const file = join(folder, 'model.json');
  const { code, out, err } = await run(...argv, '--out', file, '--json');
  expect([code, JSON.parse(out).error.code, err.trimEnd().split('\n').length]).toStrictEqual([2, error, 1]);
  await expect(readFile(file)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('an empty folder and cases of one provider: exit 2', async () => {
  expect(await run('--cases', folder)).toMatchObject({ code: 2, err: expect.stringContaining('no_cases') });
  await write('1.json', inventedCases[1]);
  await write('2.json', inventedCases[2]);
  expect(await run('--cases', folder)).toMatchObject({
    code: 2,
    err: expect.stringContaining('too_few_providers'),
  });
});

test('a copy of one of our own cases is refused by name, with the reason', async () => {
  const own = 'mailchimp-member--salesforce-contact';
  await cp(fileURLToPath(new URL(`../cases/${own}.json`, import.meta.url)), join(folder, 'renamed.json'));
  const { code, err } = await run('--cases', folder);
  expect([code, err.includes(own), err.includes('are never trained on')]).toStrictEqual([2, true, true]);
});
