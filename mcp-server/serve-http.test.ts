import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { makeWorld, serveWorld } from './__fixtures__/world.ts';
import { serveHttpMcp } from './index.ts';

let server: Awaited<ReturnType<typeof serveWorld>>;
beforeAll(async () => {
  server = await serveWorld(makeWorld());
});
afterAll(() => server.close());

const list = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} });
const mcpHeaders = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };

/** A request with any headers, which fetch would not send (Host). */
function send(
  path: string,
  headers: Record<string, string> = {},
  body?: string,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const sent = request(new URL(path, server.url), { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject).end(body);
  });
}

test('binds 127.0.0.1 on a free port', () => {
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*$/);
});

test('/health answers, other paths do not', async () => {
  const { status, text } = await send('/health');
  expect({ status, body: JSON.parse(text) }).toStrictEqual({
    status: 200,
    body: { status: 'ok', name: 'causeway', version: manifest.version },
  });
  expect((await send('/')).status).toBe(404);
  expect((await send('/health', {}, 'x')).status).toBe(405);
});

test.each([
  ['no Origin, as programs send it', {}, 200],
  ['an Origin of this machine', { origin: 'http://localhost:6274' }, 200],
  ['an evil Origin', { origin: 'https://evil.example' }, 403],
  ['an Origin that only begins like ours', { origin: 'http://localhost.evil.example' }, 403],
  ['an opaque Origin', { origin: 'null' }, 403],
  ['a rebound Host', { host: 'evil.example' }, 403],
  ['a rebound Host with our port', { host: '127.0.0.1.evil.example:80' }, 403],
])('%s', async (_, headers: Record<string, string>, status) => {
  expect((await send('/mcp', { ...mcpHeaders, ...headers }, list)).status).toBe(status);
});

test('/health is not answered to a rebound Host either', async () => {
  expect((await send('/health', { host: 'evil.example' })).status).toBe(403);
});

test('a huge body is refused', async () => {
  expect((await send('/mcp', mcpHeaders, ' '.repeat(1024 * 1024 + 1))).status).toBe(413);
});

test.each(['0.0.0.0', '::', '192.168.1.10', 'example.com'])('refuses to listen on %s', async (host) => {
  await expect(serveHttpMcp(server.agent, { port: 0, host })).rejects.toMatchObject({
    code: 'host_not_loopback',
    kind: 'request',
  });
});

test('says that a port is in use', async () => {
  const port = Number(new URL(server.url).port);
  await expect(serveHttpMcp(server.agent, { port })).rejects.toMatchObject({
    code: 'port_in_use',
    kind: 'request',
  });
});

test.each([70_000, -1])('says that %i is no port', async (port) => {
  await expect(serveHttpMcp(server.agent, { port })).rejects.toMatchObject({
    code: 'cannot_listen',
    kind: 'request',
  });
});

test('close lets go of the port, also with a connection open', async () => {
  const other = await serveHttpMcp(server.agent, { port: 0 });
  await fetch(new URL('/health', other.url));
  await other.close();
  await expect(fetch(new URL('/health', other.url))).rejects.toThrow('fetch failed');
});
