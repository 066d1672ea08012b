import { readdirSync, readFileSync } from 'node:fs';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '../tools/core/index.ts';
import { type Peer, v1, v2 } from './__fixtures__/clients.ts';
import { makeWorld, serveWorld } from './__fixtures__/world.ts';
import { resourceLimit } from './artifact-resource.ts';

let server: Awaited<ReturnType<typeof serveWorld>>;
const peers: Record<string, Peer> = {};

beforeAll(async () => {
  server = await serveWorld(makeWorld());
  peers['v2'] = await v2(server);
  peers['v2 on the old protocol'] = await v2(server, true);
  peers['v1'] = await v1(server);
});
afterAll(async () => {
  for (const peer of Object.values(peers)) await peer.close();
  await server.close();
});

function peer(name: string): Peer {
  const found = peers[name];
  if (found === undefined) throw new Error(`no peer ${name}`);
  return found;
}

const kinds = ['v2', 'v2 on the old protocol', 'v1'];
const sorted = (value: unknown) => `${JSON.stringify(JSON.parse(canonicalJson(value)), null, 2)}\n`;

describe('what is listed', () => {
  test('every tool as reviewed in __toolsnaps__, and no others', async () => {
    const tools = await peer('v2').tools();
    for (const tool of tools)
      await expect(sorted(tool)).toMatchFileSnapshot(`./__toolsnaps__/${String(tool['name'])}.json`);
    const reviewed = new Set(tools.map(({ name }) => `${String(name)}.json`));
    const files = readdirSync(new URL('./__toolsnaps__', import.meta.url));
    expect(files.filter((file) => !reviewed.has(file))).toStrictEqual([]);
  });

  test.each(kinds)('to %s: the same names, and never open_pr, which takes no approval', async (kind) => {
    const names = (await peer(kind).tools()).map((tool) => tool['name']);
    expect(names).toStrictEqual([
      'connect',
      'approve',
      'reject',
      'get_run',
      'list_runs',
      'fetch_spec',
      'infer_schema',
      'propose_mapping',
      'review_mapping',
      'export_mapping',
      'generate_code',
      'run_tests',
      'read_artifact',
    ]);
  });

  test.each(kinds)('open_pr cannot be called by %s though it is a tool of the registry', async (kind) => {
    await expect(peer(kind).call('open_pr', {})).rejects.toThrow('open_pr not found');
  });
});

test('docs/mcp.md has the table of what is listed', async () => {
  const rows = (await peer('v2').tools()).map(({ name, title, annotations }) => {
    const { readOnlyHint, openWorldHint } = annotations as Record<string, boolean>;
    const effect = readOnlyHint ? 'reads' : openWorldHint ? 'opens the pull request' : 'stores artifacts';
    return `| \`${String(name)}\` | ${String(title)} | ${effect} |`;
  });
  const guide = readFileSync(new URL('../docs/mcp.md', import.meta.url), 'utf8');
  // A formatter may align the columns.
  const table = guide
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.replace(/ +/g, ' '));
  expect(table).toStrictEqual(rows);
});

describe.each(kinds)('a wrong call of %s', (kind) => {
  test.each([
    ['fetch_spec', { spec: 7 }, 'bad_argument: fetch_spec cannot use its arguments: spec: '],
    ['fetch_spec', {}, 'bad_argument: fetch_spec cannot use its arguments: spec: '],
    ['connect', { sentence: 'x', treshold: 1 }, 'bad_argument: connect cannot use its arguments: input: '],
    [
      'connect',
      { sentence: 'x', threshold: 2 },
      'bad_argument: connect cannot use its arguments: threshold: ',
    ],
    [
      'approve',
      { run: 'r', mapping: 'm', rows: [{ target: 'a', status: 'maybe' }] },
      'bad_argument: approve cannot use its arguments: rows.0.status: ',
    ],
    ['get_run', { run: 'run_0' }, 'unknown_run: There is no run run_0. '],
    ['read_artifact', { id: 'mapping_x' }, 'unknown_artifact: There is no artifact mapping_x. '],
    // The caller of an HTTP server is not on its machine: no path may be read or written for them.
    [
      'connect',
      { sentence: 'connect HubSpot contacts to NetSuite', repo: '/tmp' },
      'local_path_not_allowed: ',
    ],
  ])('to %s with %j is a result that names what is wrong', async (name, args, text) => {
    const answer = await peer(kind).call(name, args);
    expect({ ...answer, text: answer.text.slice(0, text.length) }).toStrictEqual({
      isError: true,
      text,
      output: null,
      progress: [],
    });
  });

  test('to an unknown tool is a protocol error, as MCP wants it', async () => {
    await expect(peer(kind).call('no_such_tool', {})).rejects.toThrow('no_such_tool not found');
  });
});

test.each(kinds)('a file of the server is not read for %s', async (kind) => {
  const answer = await peer(kind).call('fetch_spec', { spec: '/etc/hostname' });
  expect(answer.text).toMatch(/^paths_refused: /);
  expect(answer.isError).toBe(true);
});

test.each(kinds)('a step tool answers %s text and structured content', async (kind) => {
  const answer = await peer(kind).call('fetch_spec', { spec: 'hubspot' });
  expect(answer.isError).toBe(false);
  expect(answer.output).toMatchObject({
    system: 'hubspot',
    spec: expect.stringMatching(/^spec_[0-9a-f]{24}$/),
  });
  expect(answer.text).toContain('HubSpot');
});

describe('artifacts as resources', () => {
  const report = { connector: 'connector_1', passed: 1, failed: 0, skipped: 0, tests: [] };
  const open = async () => {
    const client = new Client({ name: 'test', version: '1.0.0' });
    await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', server.url)));
    return client;
  };

  test('are served by id; the template is listed', async () => {
    const client = await open();
    const { output } = await peer('v2').call('fetch_spec', { spec: 'stripe' });
    const { spec } = output as { spec: string };
    const uri = `causeway://artifacts/${spec}`;
    const { contents } = await client.readResource({ uri });
    expect(contents).toHaveLength(1);
    const text = String((contents[0] as { text?: string }).text);
    expect(contents[0]).toStrictEqual({ uri, mimeType: 'application/json', text });
    expect(text.length).toBeLessThanOrEqual(resourceLimit);
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toStrictEqual([
      'causeway://artifacts/{id}',
    ]);
    await client.close();
  });

  test('in outline when too big, saying how to page', async () => {
    const client = await open();
    const big = { ...report, connector: 'x'.repeat(resourceLimit) };
    const id = await server.agent.artifacts.put('report', big as never);
    const { contents } = await client.readResource({ uri: `causeway://artifacts/${id}` });
    expect(JSON.parse(String((contents[0] as { text?: string }).text))).toMatchObject({
      id,
      cut: true,
      characters: canonicalJson(big).length,
      hint: expect.stringContaining('read_artifact'),
      outline: { id, kind: 'report', type: 'object' },
    });
    await client.close();
  });

  test('an unknown id is not found', async () => {
    const client = await open();
    await expect(client.readResource({ uri: 'causeway://artifacts/spec_0' })).rejects.toThrow(
      'There is no artifact spec_0',
    );
    await client.close();
  });
});
