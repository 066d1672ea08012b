import { afterAll, describe, expect, it } from 'vitest';
import { closeSandbox, runModule } from './index.ts';

afterAll(closeSandbox);

const run = (source: string, path = 'src/main.ts') => runModule({ files: { [path]: source }, entry: path });

describe('imports that leave the given files are refused', () => {
  const cases: Record<string, [source: string, message: RegExp]> = {
    'a host path': [
      `import a from '/etc/passwd'; export default a;`,
      /^\/etc\/passwd is not available in the sandbox/,
    ],
    'a host path as text': [
      `import a from '/etc/passwd' with { type: 'text' }; export default a;`,
      /cannot be imported with/,
    ],
    'a host path as bytes': [
      `import a from '../../../../../etc/passwd' with { type: 'bytes' }; export default a;`,
      /cannot be imported/,
    ],
    'a climbing path': [
      `import a from '../../../../../../etc/passwd'; export default a;`,
      /is not among the given files/,
    ],
    'a package of the host': [
      `export * from 'esbuild';`,
      /^esbuild is not available in the sandbox; available are/,
    ],
    'a file URL': [`export * from 'file:///etc/passwd';`, /is not available/],
    'a data URL': [`export { default } from 'data:text/javascript,export default 1';`, /is not available/],
    'a dynamic import': [`export default await import('fs/promises2');`, /is not available/],
    require: [`export default require('child_process');`, /^child_process is not available in the sandbox/],
    'node:child_process': [
      `export { exec } from 'node:child_process';`,
      /^node:child_process is not available/,
    ],
  };
  it.each(Object.entries(cases))('%s', async (_name, [source, message]) => {
    const result = await run(source);
    expect(result).toMatchObject({
      verdict: 'error',
      value: null,
      error: { at: expect.stringMatching(/^src\/main\.ts:1:/) },
    });
    expect(result.error?.message).toMatch(message);
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
