import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openworkflowJobs } from './openworkflow-jobs.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'causeway-jobs-'));
const child = fileURLToPath(new URL('./__fixtures__/three-steps.ts', import.meta.url));

test('after kill -9 in a step, only that step is run again, at once', async () => {
  const dir = folder();
  for (const die of ['SIGKILL', '']) {
    const process_ = spawn(process.execPath, [child, dir, die], { stdio: 'inherit' });
    const [, signal] = await once(process_, 'exit');
    expect(signal).toBe(die === '' ? null : die);
  }
  expect(readFileSync(join(dir, 'log'), 'utf8')).toBe('a b b c ');
});

test('a step that throws stops the job and is repeated by the next call; a finished job answers its output', async () => {
  const jobs = openworkflowJobs(folder());
  const calls: string[] = [];
  const job = (fail: boolean) =>
    jobs.run('run_1', 'draft', async (step) => {
      const first = await step('first', async () => calls.push('first'));
      await step('second', async () => {
        calls.push('second');
        if (fail) throw new Error('the network is down');
        return null;
      });
      return { first };
    });
  await expect(job(true)).rejects.toThrow('the network is down');
  expect(await job(false)).toStrictEqual({ first: 1 });
  expect(await job(true)).toStrictEqual({ first: 1 });
  expect(calls).toStrictEqual(['first', 'second', 'second']);
});

test('one run is worked on by one caller; other runs go on', async () => {
  const jobs = openworkflowJobs(folder());
  const result = await jobs.run('run_1', 'outer', async (step) =>
    step('inner', async () => {
      await expect(jobs.run('run_1', 'other', async () => null)).rejects.toMatchObject({ code: 'run_busy' });
      return jobs.run('run_2', 'other', async () => 'free');
    }),
  );
  expect(result).toBe('free');
});
