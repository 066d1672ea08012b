import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { closeSandbox, runTests } from './index.ts';

afterAll(closeSandbox);

const run = (source: string) => runTests({ files: { 'a.test.ts': source }, tests: ['a.test.ts'] });
const summary = async (source: string) =>
  (await run(source)).tests.map(({ name, status, error }) => [name, status, error?.message ?? null]);

it('reports every test of a suite', async () => {
  const files = {
    'src/add.ts': 'export const add = (a: number, b: number): number => a + b;',
    'test/add.test.ts': `import { describe, it, test, expect } from 'vitest';
import { add } from '../src/add.ts';
describe('add', () => {
  it('adds', () => { expect(add(1, 2)).toBe(3); });
  it('waits', async () => {
    await new Promise((resolve) => setTimeout(resolve, 60_000));
    expect(add(1, 1)).toBe(2);
  });
  describe('wrongly', () => {
    it('fails', () => { expect(add(1, 2)).toBe(4); });
    it('throws', () => { throw new TypeError('no'); });
    it('never ends', async () => { expect(1).toBe(1); await new Promise(() => {}); });
    it('says nothing', () => { add(1, 2); });
  });
  it.skip('later', () => { expect(1).toBe(2); });
  it.todo('someday');
});
test('at the top', () => { console.log('hello'); expect({ a: [1] }).toEqual({ a: [expect.any(Number)] }); });
`,
  };
  const file = 'test/add.test.ts';
  expect(await runTests({ files, tests: [file] })).toEqual({
    verdict: 'ok',
    tests: [
      { file, name: 'add > adds', status: 'passed', ms: 0, error: null },
      { file, name: 'add > waits', status: 'passed', ms: 60_000, error: null },
      {
        file,
        name: 'add > wrongly > fails',
        status: 'failed',
        ms: 0,
        error: { message: 'expected 3 to be 4 // Object.is equality', at: 'test/add.test.ts:10:43' },
      },
      {
        file,
        name: 'add > wrongly > throws',
        status: 'failed',
        ms: 0,
        error: { message: 'TypeError: no', at: 'test/add.test.ts:11:32' },
      },
      {
        file,
        name: 'add > wrongly > never ends',
        status: 'failed',
        ms: 0,
        error: { message: 'never finished: it waits for something that cannot happen', at: null },
      },
      {
        file,
        name: 'add > wrongly > says nothing',
        status: 'failed',
        ms: 0,
        error: { message: 'made no assertion', at: null },
      },
      { file, name: 'add > later', status: 'skipped', ms: 0, error: null },
      { file, name: 'add > someday', status: 'skipped', ms: 0, error: null },
      { file, name: 'at the top', status: 'passed', ms: 0, error: null },
    ],
    logs: ['hello'],
    error: null,
    ms: expect.any(Number),
  });
});

it('runs a suite that also runs, unchanged, under vitest itself', async () => {
  const read = (name: string) =>
    readFileSync(new URL(`__fixtures__/connector/${name}`, import.meta.url), 'utf8');
  const files = { 'client.ts': read('client.ts'), 'client.test.ts': read('client.test.ts') };
  const result = await runTests({ files, tests: ['client.test.ts'] });
  expect(result).toMatchObject({ verdict: 'ok', error: null });
  expect(result.tests.map(({ name, status, error }) => [name, status, error])).toEqual([
    ['listContacts > follows pages', 'passed', null],
    ['listContacts > waits for Retry-After', 'passed', null],
    ['listContacts > uses the global fetch', 'passed', null],
    ['listContacts > fails on 400', 'passed', null],
    ['listContacts > fails on 500', 'passed', null],
    ['listContacts > refuses a bad email', 'passed', null],
    ['listContacts > refuses a bad id', 'passed', null],
    ['writes a checkpoint in one step', 'passed', null],
  ]);
});

describe('the runner', () => {
  const header = `import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';\n`;

  it('calls hooks in order, outermost first', async () => {
    const result = await run(`${header}
      const log = (text: string) => () => { console.log(text); };
      beforeAll(log('all')); afterAll(log('end')); beforeEach(log('each')); afterEach(log('after'));
      describe('inner', () => {
        beforeEach(() => { console.log('inner each'); return () => console.log('cleanup'); });
        afterEach(log('inner after'));
        it('runs', () => { console.log('test'); expect(1).toBe(1); });
      });
    `);
    const logs = ['all', 'each', 'inner each', 'test', 'inner after', 'after', 'cleanup', 'end'];
    expect(result).toMatchObject({
      verdict: 'ok',
      logs,
      tests: [{ name: 'inner > runs', status: 'passed' }],
    });
  });

  it('obeys only', async () => {
    const source = `${header}
      it('a', () => { expect(1).toBe(2); });
      describe('b', () => { it.only('c', () => { expect(1).toBe(1); }); it('d', () => { expect(1).toBe(2); }); });
      describe.only('e', () => { it('f', () => { expect(1).toBe(1); }); });
    `;
    expect(await summary(source)).toEqual([
      ['a', 'skipped', null],
      ['b > c', 'passed', null],
      ['b > d', 'skipped', null],
      ['e > f', 'passed', null],
    ]);
  });

  it('fails all tests of a suite whose beforeAll fails, and goes on', async () => {
    const source = `${header}
      describe('a', () => { beforeAll(() => { throw new Error('no database'); }); it('b', () => { expect(1).toBe(1); }); });
      it('c', () => { expect(1).toBe(1); });
    `;
    expect(await summary(source)).toEqual([
      ['a > b', 'failed', 'no database'],
      ['c', 'passed', null],
    ]);
  });

  it('waits for assertions on promises that were not awaited', async () => {
    const source = `${header}
      it('a', () => { expect(Promise.resolve(1)).resolves.toBe(2); });
      it('b', () => { expect(Promise.resolve(2)).resolves.toBe(2); });
      it('c', () => { expect.assertions(2); expect(1).toBe(1); });
    `;
    expect(await summary(source)).toEqual([
      ['a', 'failed', 'expected 1 to be 2 // Object.is equality'],
      ['b', 'passed', null],
      ['c', 'failed', 'expected 2 assertions, made 1'],
    ]);
  });

  it('fails the test in which a timer throws', async () => {
    const source = `${header}
      it('a', async () => { expect(1).toBe(1); setTimeout(() => { throw new Error('late'); }, 1); await new Promise((r) => setTimeout(r, 5)); });
      it('b', () => { expect(1).toBe(1); });
    `;
    expect(await summary(source)).toEqual([
      ['a', 'failed', 'late'],
      ['b', 'passed', null],
    ]);
  });

  it('shows what a long comparison expected', async () => {
    const [test] = await summary(
      `${header} it('a', () => { expect({ name: 'x'.repeat(40), n: 1 }).toEqual({ name: 'x'.repeat(40), n: 2 }); });`,
    );
    expect(test?.[2]).toContain(`"n":2}\n  received: {"name":"${'x'.repeat(40)}","n":1}`);
  });

  it('refuses module mocks with a way out', async () => {
    expect(await run(`${header} vi.mock('./x.ts'); it('a', () => { expect(1).toBe(1); });`)).toMatchObject({
      verdict: 'error',
      error: {
        message:
          'a.test.ts: vi.mock is not available in the sandbox; pass the dependency as an argument instead',
        at: 'a.test.ts:2:5',
      },
    });
  });
});

it('keeps the results of other files when one is a bomb', async () => {
  const good = `import { it, expect } from 'vitest'; it('good', () => { expect(1).toBe(1); });`;
  const bomb = `import { it, expect } from 'vitest'; it('first', () => { expect(1).toBe(1); }); it('bomb', () => { for (;;); });`;
  const files = { 'a.test.ts': good, 'b.test.ts': bomb, 'c.test.ts': good, 'd.test.ts': '' };
  const result = await runTests({ files, tests: Object.keys(files), timeoutMs: 500 });
  expect(result).toMatchObject({
    verdict: 'timeout',
    error: { message: 'b.test.ts: ran longer than 500 ms', at: null },
  });
  expect(result.tests.map(({ file, name, status }) => [file, name, status])).toEqual([
    ['a.test.ts', 'good', 'passed'],
    ['b.test.ts', 'first', 'passed'],
    ['c.test.ts', 'good', 'passed'],
  ]);
});

it('refuses a file without tests', async () => {
  expect(await run('export {};')).toMatchObject({
    verdict: 'error',
    error: { message: 'a.test.ts: no test found in this file' },
  });
});

describe('a suite cannot forge its result', () => {
  const attempts: Record<string, string> = {
    'by replacing JSON.stringify': `JSON.stringify = () => '{"verdict":"ok","value":null,"logs":[],"error":null,"tests":[]}';`,
    'by patching toJSON': `try { (Object.prototype as any).toJSON = () => ({ status: 'passed' }); } catch {}
      (String.prototype as any).toJSON = () => 'passed'; String.prototype.slice = () => 'passed';`,
    'by replacing Promise.race': `try { Promise.race = (() => Promise.resolve()) as any; } catch {}`,
    'by replacing Promise': `try { (globalThis as any).Promise = class { static race() {} }; } catch {}`,
    'by replacing then': `try { (Promise.prototype as any).constructor = Object; } catch {}
      try { Promise.prototype.then = function (done: any) { done(); return this; } as any; } catch {}`,
    'by replacing iteration': `try { (Array.prototype as any)[Symbol.iterator] = function* () {}; } catch {}`,
    'by catching what is appended': `
      for (const proto of [Array.prototype, Object.prototype]) for (let i = 0; i < 3; i++)
        try { Object.defineProperty(proto, i, { set() {}, get() {} }); } catch {}`,
    'by reaching for the suite': `
      import { describe } from 'vitest';
      describe('x', function (this: any) { try { this.entries.length = 0; } catch {} });
      it('none', function (this: any) { expect(1).toBe(2); this.fails = true; });`,
    'by writing on expect': `try { expect.extend({}); } catch {} try { (expect as any).toBe = 1; } catch {}
      try { Object.getPrototypeOf(expect(1)).toBe = () => {}; } catch {}`,
    'by reaching for the host': `(globalThis as any).__sandboxHost?.report?.(); (globalThis as any).__sandboxEnter?.(async () => {});`,
  };
  it.each(Object.entries(attempts))('%s', async (_name, attempt) => {
    const lie = (name: string) => `it('${name}', () => { expect(1).toBe(2); });`;
    const result = await run(
      `import { it, expect } from 'vitest';\n${lie('one')}\n${attempt}\n${lie('two')}`,
    );
    expect(result).toMatchObject({ verdict: 'ok', error: null });
    const statuses = Object.fromEntries(result.tests.map(({ name, status }) => [name, status]));
    expect(statuses).toMatchObject({ one: 'failed', two: 'failed' });
    expect(Object.values(statuses)).not.toContain('passed');
  });
});
