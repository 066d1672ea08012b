import { afterAll, describe, expect, it } from 'vitest';
import { closeSandbox, runModule } from './index.ts';

afterAll(closeSandbox);

const run = (source: string, timeoutMs = 400) =>
  runModule({ files: { 'main.ts': source }, entry: 'main.ts', timeoutMs, memoryMb: 32 });

/** What each bomb may end as. More than one where it depends on which limit is met first. */
const bombs: Record<string, { source: string; verdicts: string[] }> = {
  'endless loop': { source: 'for (;;);', verdicts: ['timeout'] },
  'endless microtasks': { source: 'for (;;) await 0;', verdicts: ['timeout'] },
  'endless timers': { source: 'for (;;) await new Promise((r) => setTimeout(r, 1));', verdicts: ['timeout'] },
  'endless regular expression': {
    source: `export default /^(a+)+$/.test('a'.repeat(60) + 'b');`,
    verdicts: ['timeout'],
  },
  'a native loop that cannot be interrupted': {
    source: 'Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);',
    verdicts: ['timeout'],
  },
  'native memory that V8 does not count': {
    source: 'const a: unknown[] = []; a.length = 2 ** 26; for (;;) a.slice();',
    verdicts: ['memory', 'timeout'],
  },
  'symbol flood': {
    source: 'for (let i = 0; ; i++) Symbol.for("s".repeat(1000) + i);',
    verdicts: ['memory', 'timeout'],
  },
  'resizable buffers': {
    source:
      'const a: unknown[] = []; for (let i = 0; i < 1e5; i++) a.push(new ArrayBuffer(1, { maxByteLength: 2 ** 30 }));',
    verdicts: ['error', 'memory', 'crash'],
  },
  'stack overflow': { source: 'const f = (): number => 1 + f(); f();', verdicts: ['error'] },
  'console flood': { source: 'for (let i = 0; i < 1e8; i++) console.log("line", i);', verdicts: ['output'] },
  'console flood that swallows errors': {
    source: 'for (;;) try { console.log("x".repeat(1000)); } catch {}',
    verdicts: ['output'],
  },
  'huge value': { source: 'export default "x".repeat(10_000_000);', verdicts: ['output'] },
  'a promise that never settles': { source: 'await new Promise(() => {});', verdicts: ['stuck'] },
};

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

  it.each(Object.entries(bombs))('%s', async (_name, { source, verdicts }) => {
    const result = await run(source);
    expect(verdicts).toContain(result.verdict);
    expect(result).toMatchObject({ value: null, error: { message: expect.any(String) } });
    expect(await run('export default 1 + 1', 10_000)).toMatchObject({ verdict: 'ok', value: 2, error: null });
  });
});
