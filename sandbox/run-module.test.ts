import { createHmac } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { closeSandbox, runModule } from './index.ts';

afterAll(closeSandbox);

const run = (source: string, more: Record<string, string> = {}) =>
  runModule({ files: { 'main.ts': source, ...more }, entry: 'main.ts' });

describe('the value', () => {
  it('is the default export, called and awaited', async () => {
    const result = await run(
      `
      import { twice } from './lib/twice';
      import names from './names.json';
      console.log('names', names, new Error('told'));
      export default async () => ({ n: twice(21), first: names[0], nothing: undefined });
    `,
      {
        'lib/twice.ts': 'export const twice = (n: number): number => n * 2;',
        'names.json': '["Ada"]',
      },
    );
    expect(result).toEqual({
      verdict: 'ok',
      value: { n: 42, first: 'Ada' },
      logs: ['names ["Ada"] Error: told'],
      error: null,
      ms: expect.any(Number),
    });
  });

  it('is null without a default export', async () => {
    expect(await run('export const a = 1;')).toMatchObject({ verdict: 'ok', value: null });
  });

  it('is an error when it is no JSON', async () => {
    const result = await run('const a: { a?: unknown } = {}; a.a = a; export default a;');
    expect(result).toMatchObject({ verdict: 'error', value: null });
    expect(result.error?.message).toMatch(/^TypeError: Converting circular structure/);
  });
});

describe('an error', () => {
  it('says where it arose in the sources', async () => {
    const files = {
      'connector.ts': `type Row = { id: string };\n\nexport function read(row: Row | null): string {\n  const it = row; if (!it) throw new RangeError('no row');\n  return it.id;\n}\n`,
    };
    const result = await run(
      `import { read } from './connector.ts';\nconsole.log('before');\nread(null);`,
      files,
    );
    expect(result).toEqual({
      verdict: 'error',
      value: null,
      logs: ['before'],
      error: { message: 'RangeError: no row', at: 'connector.ts:4:34' },
      ms: expect.any(Number),
    });
  });

  it('may be anything thrown', async () => {
    expect(await run(`throw { code: 7 };`)).toMatchObject({
      error: { message: 'thrown: {"code":7}', at: null },
    });
    const hostile = `throw new Proxy(new Error('x'), { get() { throw new Error('inner'); } });`;
    expect(await run(hostile)).toMatchObject({
      verdict: 'error',
      error: { message: 'an error that cannot be shown' },
    });
  });

  it('in the syntax has a place', async () => {
    expect(await run('const a = ;')).toMatchObject({
      verdict: 'error',
      error: { message: 'Unexpected ";"', at: 'main.ts:1:11' },
    });
  });

  it("in a timer is the run's", async () => {
    const source = `setTimeout(() => { throw new Error('late'); }, 5);\nawait new Promise(() => {});`;
    expect(await run(source)).toMatchObject({
      verdict: 'error',
      error: { message: 'late', at: 'main.ts:1:26' },
    });
  });
});

describe('virtual time', () => {
  it('passes without waiting and starts at the same instant', async () => {
    const result = await run(`
      import { setTimeout as wait } from 'node:timers/promises';
      const order: unknown[] = [new Date().toISOString()];
      setTimeout(() => order.push('b'), 20);
      setTimeout(() => order.push('a'), 10);
      const ticker = setInterval(() => order.push(performance.now()), 20_000);
      await wait(60_000);
      clearInterval(ticker);
      order.push(Date.now() - Date.UTC(2026, 0, 1), new Date(0).getTime(), new Date().constructor === Date);
      const signal = AbortSignal.timeout(5_000);
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      export default [...order, (signal.reason as Error).name, Date.now() - Date.UTC(2026, 0, 1)];
    `);
    expect(result.value).toEqual([
      '2026-01-01T00:00:00.000Z',
      'a',
      'b',
      20_000,
      40_000,
      60_000,
      60_000,
      0,
      true,
      'TimeoutError',
      65_000,
    ]);
  });

  it('and randomness are the same in every run', async () => {
    const source = `
      import { randomUUID } from 'node:crypto';
      export default [Math.random(), crypto.randomUUID(), randomUUID(), Array.from(crypto.getRandomValues(new Uint8Array(4)))];
    `;
    const [one, two] = await Promise.all([run(source), run(source)]);
    expect(one).toMatchObject({
      verdict: 'ok',
      value: [
        expect.any(Number),
        expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-4/),
        expect.any(String),
        expect.any(Array),
      ],
    });
    expect(two.value).toEqual(one.value);
  });
});

describe('what a connector needs', () => {
  it('signs as Node does', async () => {
    const body = 'grüße 🌍 & more';
    const result = await run(`
      import { createHash, createHmac } from 'node:crypto';
      const body = ${JSON.stringify(body)};
      const key = await crypto.subtle.importKey('raw', new TextEncoder().encode('k'), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
      const signed = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(body));
      export default {
        hmac: createHmac('sha256', 'k').update(body).digest('hex'),
        sha1: createHmac('sha1', 'k').update(body).digest('base64'),
        web: Buffer.from(signed).toString('hex'),
        hash: createHash('sha256').update('').digest('hex'),
        basic: Buffer.from('id:secret').toString('base64'),
      };
    `);
    const hmac = createHmac('sha256', 'k').update(body).digest('hex');
    expect(result.value).toEqual({
      hmac,
      sha1: createHmac('sha1', 'k').update(body).digest('base64'),
      web: hmac,
      hash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      basic: 'aWQ6c2VjcmV0',
    });
  });

  it('has a file system in memory', async () => {
    const result = await run(`
      import { existsSync, readFileSync } from 'node:fs';
      import { access, appendFile, mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
      import { tmpdir } from 'node:os';
      import path, { join } from 'node:path';
      const folder = await mkdtemp(join(tmpdir(), 'state-'));
      await mkdir(join(folder, 'a/b'), { recursive: true });
      await writeFile(join(folder, 'a/b/one.json'), '{"n":1}');
      await appendFile(join(folder, 'log.jsonl'), 'x\\n');
      await appendFile(join(folder, 'log.jsonl'), 'ü\\n');
      const handle = await open(join(folder, 'draft'), 'w');
      await handle.writeFile('done');
      await handle.sync();
      await handle.close();
      await rename(join(folder, 'draft'), join(folder, 'final'));
      const missing = await readFile(join(folder, 'no'), 'utf8').catch((error) => [error.code, error.message]);
      const before = await readdir(folder);
      await rm(join(folder, 'a'), { recursive: true });
      await access(folder);
      export default {
        before, after: await readdir(folder), missing, final: readFileSync(join(folder, 'final'), 'utf8'),
        log: await readFile(join(folder, 'log.jsonl'), { encoding: 'utf8' }), size: (await stat(join(folder, 'log.jsonl'))).size,
        gone: existsSync(join(folder, 'a/b/one.json')), host: existsSync('/etc/passwd'), ext: path.extname('a/b.tar.gz'),
      };
    `);
    expect(result).toMatchObject({ error: null });
    expect(result.value).toEqual({
      before: ['a', 'final', 'log.jsonl'],
      after: ['final', 'log.jsonl'],
      missing: ['ENOENT', "ENOENT: no such file or directory, open '/tmp/state-000001/no'"],
      final: 'done',
      log: 'x\nü\n',
      size: 5,
      gone: false,
      host: false,
      ext: '.gz',
    });
  });

  it('has the web platform', async () => {
    const result = await run(`
      const url = new URL('/v3?q=a b', 'https://api.example.com');
      url.searchParams.set('after', '1&2');
      const controller = new AbortController();
      controller.abort();
      const request = new Request(url, { method: 'post', body: new URLSearchParams({ a: 'b' }) });
      const response = Response.json({ ok: true }, { status: 201, headers: { 'Retry-After': '60' } });
      export default {
        url: url.href, aborted: (controller.signal.reason as Error).name, method: request.method,
        type: request.headers.get('content-type'), form: await request.text(),
        status: response.status, after: response.headers.get('retry-after'), copy: await response.clone().json(), body: await response.json(),
        again: await response.json().catch((error) => error.name), clone: structuredClone(new Map([['a', new Date(0)]])).get('a'),
        base64: atob(btoa('hi')), bytes: new TextDecoder().decode(new TextEncoder().encode('é€😀')), env: Object.keys(process.env),
        fetch: await fetch('https://example.com').catch((error) => error.message),
      };
    `);
    expect(result).toMatchObject({ error: null });
    expect(result.value).toEqual({
      url: 'https://api.example.com/v3?q=a+b&after=1%262',
      aborted: 'AbortError',
      method: 'POST',
      type: 'application/x-www-form-urlencoded;charset=UTF-8',
      form: 'a=b',
      status: 201,
      after: '60',
      copy: { ok: true },
      body: { ok: true },
      again: 'TypeError',
      clone: '1970-01-01T00:00:00.000Z',
      base64: 'hi',
      bytes: 'é€😀',
      env: [],
      fetch: 'network is not available in the sandbox',
    });
  });

  it('has zod', async () => {
    const source = `import { z } from 'zod';\nexport default z.object({ a: z.email() }).safeParse({ a: 1 }).success;`;
    expect(await run(source)).toMatchObject({ verdict: 'ok', value: false, error: null });
  });
});

it('stops when the signal aborts', async () => {
  const controller = new AbortController();
  const running = runModule({ files: { 'a.ts': 'for (;;);' }, entry: 'a.ts', signal: controller.signal });
  setTimeout(() => controller.abort(new Error('enough')), 100);
  await expect(running).rejects.toThrow('enough');
});

it('refuses limits out of range', async () => {
  const asked = runModule({ files: { 'a.ts': '' }, entry: 'a.ts', timeoutMs: 3_600_000 });
  await expect(asked).rejects.toThrow('timeoutMs must be a whole number from 10 to 60000, not 3600000');
});
