import { afterAll, describe, expect, it } from 'vitest';
import { allBombs } from './__fixtures__/bombs/index.ts';
import { closeSandbox, runModule } from './index.ts';

afterAll(closeSandbox);

const run = (source: string, timeoutMs = 150) =>
  runModule({ files: { 'main.ts': source }, entry: 'main.ts', timeoutMs, memoryMb: 32 });

describe('a bomb costs its child, and the next job works', () => {
  it('a heap that fills is told from time that runs out', async () => {
    const source = 'const a: unknown[] = []; for (;;) a.push(new Array(1000).fill({}));';
    expect(await run(source, 30_000)).toEqual({
      verdict: 'memory',
      value: null,
      logs: [],
      error: { message: 'used more memory than 32 MB allow', at: null },
      ms: expect.any(Number),
    });
  });

  it('there are more than a hundred, no two of one name', () => {
    expect(new Set(allBombs.map(({ name }) => name)).size).toBe(allBombs.length);
    expect(allBombs.length).toBeGreaterThan(100);
  });

  // Two at a time, as the pool has two places: each is followed by a job that must work.
  describe.concurrent('each', () => {
    it.each(allBombs)('$name', async ({ source, ends }) => {
      const result = await run(source);
      expect(ends).toContain(result.verdict);
      expect(result).toMatchObject({ value: null, error: { message: expect.any(String) } });
      expect(await run('export default 1 + 1', 10_000)).toMatchObject({
        verdict: 'ok',
        value: 2,
        error: null,
      });
    });
  });
});
