import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { Agent } from '../agent/index.ts';
import { createLog, readConfig } from '../tools/core/index.ts';
import { makeWorld, type World } from './__fixtures__/world.ts';
import { serveStdioMcp } from './index.ts';

const program = fileURLToPath(new URL('./__fixtures__/stdio-server.ts', import.meta.url));

interface Talk {
  readonly lines: readonly unknown[];
  /** Ends the talk once this is in what the server wrote. */
  readonly until: string;
  readonly end?: (child: ChildProcessWithoutNullStreams) => void;
  readonly world?: World;
}

/** Writes lines to a server and ends the talk, by default by closing its stdin; answers what it wrote and how it ended. */
async function talk({ lines, until, end = (child) => child.stdin.end(), world = makeWorld() }: Talk) {
  const child = spawn(process.execPath, [program], { cwd: world.repo, env: world.env });
  let stdout = '';
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const before = stdout.includes(until);
    stdout += chunk;
    if (!before && stdout.includes(until)) end(child);
  });
  for (const line of lines) child.stdin.write(typeof line === 'string' ? line : `${JSON.stringify(line)}\n`);
  const [code] = await once(child, 'close');
  const messages = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  return { code, stderr, messages };
}

const answerOf = (id: number) => `"id":${id}}`;
const call = (name: string, args: object, _meta = {}) => [
  initialize,
  { jsonrpc: '2.0', method: 'notifications/initialized' },
  { jsonrpc: '2.0', id: 2, method: 'tools/call', params: { name, arguments: args, _meta } },
];
const job = { sentence: 'connect HubSpot contacts to NetSuite customers' };

const initialize = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
};

test('writes protocol messages only to stdout and ends when stdin closes', async () => {
  const { code, stderr, messages } = await talk({ lines: call('connect', job), until: answerOf(2) });
  expect({ code, stderr }).toStrictEqual({ code: 0, stderr: '' });
  expect(messages).toMatchObject([
    { id: 1, result: { serverInfo: { name: 'causeway' } } },
    { id: 2, result: { structuredContent: { status: 'waiting' } } },
  ]);
});

test('ends in order when stdin closes in the middle of a run, which the same call goes on with', async () => {
  const world = makeWorld();
  const lines = call('connect', job, { progressToken: 'p' });
  const cut = await talk({ lines, until: 'notifications/progress', world });
  expect({ code: cut.code, stderr: cut.stderr }).toStrictEqual({ code: 0, stderr: '' });
  const again = await talk({ lines, until: answerOf(2), world });
  expect(again.messages.at(-1)).toMatchObject({ result: { structuredContent: { status: 'waiting' } } });
});

test('ends in order on SIGTERM', async () => {
  const { code, stderr } = await talk({
    lines: [initialize],
    until: answerOf(1),
    end: (child) => child.kill('SIGTERM'),
  });
  expect({ code, stderr }).toStrictEqual({ code: 0, stderr: '' });
});

test('a broken message does not end the server', async () => {
  const { code, messages } = await talk({ lines: ['{ not json\n', initialize], until: answerOf(1) });
  expect(code).toBe(0);
  expect(messages).toMatchObject([{ id: 1, result: { serverInfo: { name: 'causeway' } } }]);
});

test('relative paths are those of the working directory', async () => {
  const { messages } = await talk({
    lines: call('fetch_spec', { spec: './README.md' }),
    until: answerOf(2),
  });
  // The file is found and read, and it is no description; where paths are not allowed it would not be read.
  expect(messages[1].result.isError).toBe(true);
  expect(messages[1].result.content[0].text).toMatch(/^not_a_spec: /);
});

test('relative paths are those of `cwd` where it is given', async () => {
  const world = makeWorld();
  writeFileSync(join(world.repo, 'only-here.md'), '# Not an API\n');
  const agent = await Agent.open(readConfig(world.env), createLog(false));
  const stdin = new PassThrough();
  const stdout = new PassThrough();
  const server = serveStdioMcp(agent, { cwd: world.repo, stdin, stdout });
  for (const line of call('fetch_spec', { spec: './only-here.md' })) stdin.write(`${JSON.stringify(line)}\n`);
  let written = '';
  for await (const chunk of stdout) {
    written += chunk;
    if (written.includes(answerOf(2))) break;
  }
  await server.close();
  await agent.close();
  expect(written).toContain('not_a_spec: ');
});
