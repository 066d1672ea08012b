import { transform } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { bundleEscapes, moduleEscapes } from './__fixtures__/escapes/modules.ts';
import { reachEscapes } from './__fixtures__/escapes/reach.ts';
import { forgedVerdicts } from './__fixtures__/escapes/verdicts.ts';
import { closeSandbox, runModule, runTests } from './index.ts';

afterAll(closeSandbox);

const run = (source: string, path = 'src/main.ts') => runModule({ files: { [path]: source }, entry: path });

describe('imports that leave the given files are refused', () => {
  it.each(Object.entries(bundleEscapes))('%s', async (_name, source) => {
    expect(await run(source)).toMatchObject({
      verdict: 'error',
      value: null,
      error: {
        message: expect.stringMatching(
          / is not available in the sandbox; available are | is not among the given files| cannot be imported with /,
        ),
        at: expect.stringMatching(/^src\/main\.ts:[12]:/),
      },
    });
  });

  it('names what is available', async () => {
    expect((await run(`import 'node:http';`)).error?.message).toBe(
      'node:http is not available in the sandbox; available are vitest, zod, zod/v4, zod/mini, node:buffer, ' +
        'node:crypto, node:fs, node:fs/promises, node:os, node:path, node:timers/promises',
    );
  });

  it('takes a stand-in for a package from the given files', async () => {
    const files = {
      'main.ts': `import pino from 'pino';\nimport { deep } from '@scope/pkg/deep';\nexport default [pino(), deep];`,
      'node_modules/pino/index.ts': `export default () => 'quiet';`,
      'node_modules/@scope/pkg/deep.js': `export const deep = true;`,
    };
    expect(await runModule({ files, entry: 'main.ts' })).toMatchObject({
      verdict: 'ok',
      value: ['quiet', true],
    });
  });

  it('sources that would overflow the parser', async () => {
    expect(await run(`export default ${'['.repeat(2000)}`)).toMatchObject({
      verdict: 'error',
      error: { message: 'src/main.ts nests deeper than 1000 levels', at: null },
    });
    expect(await run(`export default '${'x'.repeat(1_000_000)}'`)).toMatchObject({
      verdict: 'error',
      error: { message: 'src/main.ts is longer than 1000000 characters', at: null },
    });
  });

  it('an entry that is not given', async () => {
    const result = await runModule({ files: {}, entry: '/etc/passwd' });
    expect(result).toMatchObject({
      verdict: 'error',
      error: { message: '/etc/passwd is not among the given files' },
    });
  });

  it('a given path that climbs is only a name', async () => {
    expect(await run('export default 1', '../../../etc/passwd.ts')).toMatchObject({
      verdict: 'ok',
      value: 1,
    });
  });
});

describe('known ways out of sandboxes lead nowhere', () => {
  it.each([...reachEscapes, ...moduleEscapes])('$name', async ({ source }) => {
    expect(await run(source)).toMatchObject({ verdict: 'ok', value: 'contained', error: null });
  });

  it('the same code is out where there is no sandbox: the witness sees it', async () => {
    for (const name of [
      'constructor of console.log',
      'constructor of an error thrown by the engine',
      'eval, indirectly',
      'a thenable that is handed to the host',
    ]) {
      const way = [...reachEscapes, ...moduleEscapes].find((one) => one.name === name);
      const { code } = await transform(way?.source ?? '', { loader: 'ts' });
      const module = await import(`data:text/javascript,${encodeURIComponent(code)}`);
      expect([name, await module.default()]).toStrictEqual([name, ['out', expect.any(String)]]);
    }
  });
});

describe('no test file decides its own verdict', () => {
  it.each(Object.entries(forgedVerdicts))('%s', async (_name, source) => {
    const file = `import { beforeEach, expect, test } from 'vitest';\n${source}`;
    const { verdict, tests } = await runTests({ files: { 'a.test.ts': file }, tests: ['a.test.ts'] });
    expect(tests.filter(({ status }) => status === 'passed')).toStrictEqual([]);
    if (verdict === 'ok') expect(tests).toMatchObject([{ status: 'failed' }]);
  });
});

describe('the isolate holds no way out', () => {
  it('the process is a shim', async () => {
    const result = await run(`
      const reached: unknown[] = [];
      for (const f of [console.log, setTimeout, fetch, process.on, (globalThis as any).__sandboxModules.vitest.it]) {
        const g = (f as any).constructor('return [typeof process.binding, typeof process.mainModule, typeof require, typeof module, typeof WebAssembly]')();
        reached.push(g.join());
      }
      export default [...new Set(reached)];
    `);
    expect(result).toMatchObject({
      verdict: 'ok',
      value: ['undefined,undefined,undefined,undefined,undefined'],
    });
  });

  it('a computed import or require finds nothing', async () => {
    const result = await run(`
      const name = ['f', 's'].join('');
      const tried = await Promise.allSettled([import(name), (async () => require(name))()]);
      export default tried.map((one) => one.status);
    `);
    expect(result).toMatchObject({ verdict: 'ok', value: ['rejected', 'rejected'] });
  });

  it('every global is a plain value of the isolate', async () => {
    const result = await run(`
      export default Object.getOwnPropertyNames(globalThis).filter((name) => /sandbox|ivm|host|global$|native/i.test(name)).sort();
    `);
    expect(result.value).toEqual(['__sandboxModules', 'global']);
  });

  it('one run leaves nothing for the next', async () => {
    await run(
      `(globalThis as any).left = 1; Array.prototype.map = () => ['patched'] as any; export default 1;`,
    );
    const second = await run(`export default [typeof (globalThis as any).left, ...[1].map((n) => n + 1)];`);
    expect(second).toMatchObject({ verdict: 'ok', value: ['undefined', 2] });
  });
});
