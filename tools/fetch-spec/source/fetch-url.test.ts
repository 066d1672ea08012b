import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { testContext } from '../../core/__fixtures__/test-context.ts';
import { fetchSourceUrl } from './fetch-url.ts';
import { isPublicAddress } from './private-host.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server on the loopback; answers its origin, by name or by address. */
async function serve(listener: RequestListener): Promise<{ byName: string; byAddress: string }> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { byName: `http://localhost:${port}`, byAddress: `http://127.0.0.1:${port}` };
}

test('fetches from an allowed host, by name and by address; the origin keeps no query', async () => {
  const { byName, byAddress } = await serve((request, response) => response.end(`{"url": "${request.url}"}`));
  for (const origin of [byName, byAddress]) {
    const context = testContext({ allowHosts: new URL(origin).hostname });
    const source = await fetchSourceUrl(`${origin}/v1/contacts.json?token=abc#contact`, context);
    expect({ ...source, bytes: Buffer.from(source.bytes).toString() }).toStrictEqual({
      bytes: '{"url": "/v1/contacts.json?token=abc"}',
      origin: `${origin}/v1/contacts.json`,
      name: 'contacts',
      entity: 'contact',
      related: expect.any(Function),
    });
  }
});

test('a document is asked for again with its tag, and its copy serves while the server is away', async () => {
  const home = mkdtempSync(join(tmpdir(), 'causeway-cache-'));
  const seen: (string | undefined)[] = [];
  let status = 200;
  const { byName } = await serve((request, response) => {
    seen.push(request.headers['if-none-match']);
    if (status === 503) response.writeHead(503).end();
    else if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
    else response.writeHead(200, { etag: '"v1"' }).end('{"openapi": "3.1.0"}');
  });
  const context = testContext({ allowHosts: 'localhost', home });
  const read = async () => {
    const { bytes, warnings } = await fetchSourceUrl(`${byName}/api.json?key=s3cret`, context);
    return { text: Buffer.from(bytes).toString(), warnings };
  };
  const fresh = { text: '{"openapi": "3.1.0"}', warnings: undefined };
  expect([await read(), await read()]).toStrictEqual([fresh, fresh]);
  status = 503;
  expect(await read()).toStrictEqual({
    text: '{"openapi": "3.1.0"}',
    warnings: [
      {
        code: 'used_cached_copy',
        message: expect.stringContaining('answered 503 for /api.json; the copy fetched earlier was used'),
        at: `${byName}/api.json`,
      },
    ],
  });
  expect(seen).toStrictEqual([undefined, '"v1"', '"v1"']);
  const folder = join(home, 'cache', 'http');
  const files = readdirSync(folder);
  expect(files).toHaveLength(2);
  for (const file of files) expect(readFileSync(join(folder, file), 'utf8')).not.toContain('s3cret');
  // A damaged copy is no copy.
  const damaged = files.find((file) => !file.endsWith('.json')) ?? '';
  writeFileSync(join(folder, damaged), 'x');
  status = 200;
  expect(await read()).toStrictEqual(fresh);
  expect(seen.at(-1)).toBeUndefined();
});

test('what a fetched document refers to is fetched under the same guard', async () => {
  const inner = await serve((_, response) => response.end('secret'));
  const { byName } = await serve((request, response) => response.end(request.url));
  const source = await fetchSourceUrl(`${byName}/v1/api.json`, testContext({ allowHosts: 'localhost' }));
  const read = async (reference: string) => {
    const found = await source.related(reference);
    return found === undefined ? undefined : Buffer.from(found.bytes).toString();
  };
  expect(await read('./parts/common.json#/x')).toBe('/v1/parts/common.json');
  for (const reference of [`${inner.byAddress}/`, 'file:///etc/passwd', 'http://169.254.169.254/latest']) {
    expect([reference, await read(reference)]).toStrictEqual([reference, undefined]);
  }
});

test('a private host is refused by name and by address, and is not connected to', async () => {
  let requests = 0;
  const { byName, byAddress } = await serve((_, response) => {
    requests += 1;
    response.end('{}');
  });
  for (const url of [
    byName,
    byAddress,
    'http://[::1]:9/x',
    'http://2130706433/',
    'http://169.254.169.254/latest',
  ]) {
    await expect(fetchSourceUrl(url, testContext())).rejects.toMatchObject({
      code: 'private_host',
      exitCode: 3,
    });
  }
  expect(requests).toBe(0);
});

test('every redirect is checked again', async () => {
  const inner = await serve((_, response) => response.end('secret'));
  const outer = await serve((_, response) => response.writeHead(302, { location: inner.byAddress }).end());
  // Only the first host is allowed, the second is the same machine by another name.
  const context = testContext({ allowHosts: 'localhost' });
  await expect(fetchSourceUrl(outer.byName, context)).rejects.toMatchObject({ code: 'private_host' });
  const followed = await fetchSourceUrl(outer.byName, testContext({ allowHosts: 'localhost,127.0.0.1' }));
  expect(Buffer.from(followed.bytes).toString()).toBe('secret');
});

test('redirects end, and lead to web addresses only', async () => {
  const loop = await serve((_, response) => response.writeHead(301, { location: '/again' }).end());
  const allowed = testContext({ allowHosts: 'localhost' });
  await expect(fetchSourceUrl(loop.byName, allowed)).rejects.toMatchObject({
    code: 'fetch_failed',
    exitCode: 4,
  });
  const file = await serve((_, response) =>
    response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  );
  await expect(fetchSourceUrl(file.byName, allowed)).rejects.toMatchObject({ code: 'bad_url', exitCode: 3 });
});

test('an endless answer is cut at the size cap', async () => {
  const chunk = Buffer.alloc(1024 * 1024, 'x');
  const { byName } = await serve((_, response) => {
    const more = () => {
      while (response.write(chunk));
      response.once('drain', more);
    };
    more();
  });
  const fetching = fetchSourceUrl(byName, testContext({ allowHosts: 'localhost' }));
  await expect(fetching).rejects.toMatchObject({ code: 'too_large', exitCode: 2 });
});

test('failures outside are said as such', async () => {
  const missing = await serve((_, response) => response.writeHead(404).end());
  const reset = await serve((request) => request.socket.destroy());
  const context = testContext({ allowHosts: 'localhost' });
  await expect(fetchSourceUrl(`${missing.byName}/x`, context)).rejects.toMatchObject({
    code: 'fetch_failed',
    exitCode: 4,
    message: expect.stringContaining('answered 404 for /x'),
  });
  await expect(fetchSourceUrl(reset.byName, context)).rejects.toMatchObject({
    code: 'fetch_failed',
    exitCode: 4,
  });
});

test('a cancelled fetch ends with the reason given', async () => {
  const controller = new AbortController();
  const { byName } = await serve(() => controller.abort(new Error('stopped by the user')));
  const context = testContext({ allowHosts: 'localhost', signal: controller.signal });
  await expect(fetchSourceUrl(byName, context)).rejects.toThrow('stopped by the user');
});

test.each(['ftp://example.com/x', 'file:///etc/passwd', 'https://user:secret@example.com/'])(
  '%s is refused',
  async (url) => {
    const refusal = await fetchSourceUrl(url, testContext()).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'bad_url' });
    expect(String(refusal)).not.toContain('secret');
  },
);

test('a fragment that cannot be decoded is the fault of the URL; a path like it is no fault', async () => {
  let requests = 0;
  const { byName } = await serve((_, response) => {
    requests += 1;
    response.end('{}');
  });
  const context = testContext({ allowHosts: 'localhost' });
  await expect(fetchSourceUrl(`${byName}/%zz#%zz`, context)).rejects.toMatchObject({
    code: 'bad_url',
    exitCode: 2,
  });
  expect(requests).toBe(0);
  const source = await fetchSourceUrl(`${byName}/%zz#sales%20order`, context);
  expect(source).toMatchObject({ origin: `${byName}/%zz`, entity: 'sales order' });
});

test.each([
  ['93.184.215.14', true],
  ['2606:4700::1111', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.100.100.200', false],
  ['168.63.129.16', false],
  ['0.0.0.0', false],
  ['::1', false],
  ['::', false],
  ['fd00:ec2::254', false],
  ['fe80::1', false],
  ['::ffff:127.0.0.1', false],
  ['64:ff9b::7f00:1', false],
  ['nonsense', false],
])('the address %s is public: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});
