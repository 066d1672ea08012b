import { afterEach, describe, expect, test } from 'vitest';
import { ConnectResult } from '../agent/index.ts';
import { type Peer, type Target, v1, v2 } from './__fixtures__/clients.ts';
import { makeWorld, serveWorld, type World } from './__fixtures__/world.ts';

const cleanup: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of cleanup.splice(0).reverse()) await close();
});

const clients: [string, (target: Target) => Promise<Peer>][] = [
  ['the v2 client', (target) => v2(target)],
  ['the v1 client', v1],
];

async function targetOf(transport: string, world: World): Promise<Target> {
  if (transport === 'stdio') return { world };
  const server = await serveWorld(world);
  cleanup.push(server.close);
  return { url: server.url };
}

describe.each(clients)('%s', (_, client) => {
  test.each(['HTTP', 'stdio'])('does the main job over %s', async (transport) => {
    const world = makeWorld();
    const peer = await client(await targetOf(transport, world));
    cleanup.push(peer.close);
    const before = world.git('for-each-ref');

    const proposed = await peer.call('connect', {
      sentence: 'connect HubSpot contacts to NetSuite customers',
      // Over HTTP no path may be named; the server's own CAUSEWAY_REPO is used.
      ...(transport === 'stdio' ? { repo: '.' } : {}),
    });
    const waiting = ConnectResult.parse(proposed.output);
    const mapping = waiting.mapping?.id ?? '';
    expect(waiting).toMatchObject({
      status: 'waiting',
      source: { system: 'hubspot', entity: 'contact' },
      target: { system: 'netsuite', entity: 'customer' },
      pullRequest: null,
    });
    expect(proposed.text).toContain(JSON.stringify({ run: waiting.run, mapping }));
    expect(proposed.text).toContain('| target | from | transform | confidence | status |');
    expect(proposed.progress).toContain('fetch_spec source …');
    expect(proposed.progress.filter((message) => message.endsWith(' …'))).toHaveLength(waiting.steps.length);
    expect(world.git('for-each-ref')).toBe(before);

    const other = await peer.call('approve', { run: waiting.run, mapping: `mapping_${'0'.repeat(24)}` });
    expect(other).toMatchObject({ isError: true, output: null });
    expect(other.text).toMatch(/^mapping_changed: .*approve that one$/);
    expect(world.git('for-each-ref')).toBe(before);

    const approved = await peer.call('approve', { run: waiting.run, mapping });
    expect(approved.text).toMatch(/^Run run_\w+ is done/);
    const done = ConnectResult.parse(approved.output);
    expect(done).toMatchObject({
      run: waiting.run,
      status: 'done',
      tests: { failed: 0 },
      pullRequest: { kind: 'local', base: 'main' },
    });
    expect(done.tests.passed).toBeGreaterThan(0);
    const { branch = '', commit = null, files = [] } = done.pullRequest ?? {};
    expect(world.git('rev-parse', branch)).toBe(commit);
    expect(world.git('diff', '--name-only', `main..${branch}`).split('\n')).toStrictEqual([...files].sort());
    expect(world.git('status', '--porcelain', '--branch')).toBe('## main');

    const again = await peer.call('approve', { run: waiting.run, mapping });
    expect(again.output).toStrictEqual(approved.output);
    expect(world.git('rev-parse', branch)).toBe(commit);

    expect((await peer.call('list_runs', {})).output).toMatchObject({
      runs: [{ run: waiting.run, status: 'done', branch }],
      total: 1,
    });
    expect((await peer.call('get_run', { run: waiting.run })).output).toMatchObject({
      status: 'done',
      approval: { run: waiting.run, mapping, rows: [] },
      result: done,
    });
  });

  test('a rejected run opens nothing', async () => {
    const world = makeWorld();
    const peer = await client(await targetOf('HTTP', world));
    cleanup.push(peer.close);
    const { output } = await peer.call('connect', {
      sentence: 'connect HubSpot contacts to NetSuite customers',
    });
    const { run, mapping } = ConnectResult.parse(output);
    expect(await peer.call('reject', { run })).toMatchObject({
      isError: false,
      output: { run, status: 'rejected' },
    });
    const late = await peer.call('approve', { run, mapping: mapping?.id });
    expect(late.text).toBe(
      `not_waiting: Run ${run} is rejected; it waits for no approval. Start it again with connect`,
    );
    expect(world.git('branch', '--format=%(refname:short)')).toBe('main');
  });
});

test("a person's word on single rows reaches the mapping, and a slip leaves the run waiting", async () => {
  const world = makeWorld();
  const server = await serveWorld(world);
  const peer = await v2(server);
  cleanup.push(server.close, peer.close);
  const sentence = 'connect HubSpot contacts to NetSuite customers';
  const { run, mapping } = ConnectResult.parse(
    (await peer.call('connect', { sentence, dry_run: true })).output,
  );
  const proposed = mapping?.id ?? '';
  const { rows } = await server.agent.mapping(proposed);
  const [target = '', other = ''] = rows.map((row) => row.target);
  const approve = (decisions: unknown) => peer.call('approve', { run, mapping: proposed, rows: decisions });

  const slip = await approve([{ target: 'no.such.field', status: 'rejected' }]);
  expect(slip.isError).toBe(true);
  expect(slip.text).toContain('no.such.field');
  expect((await peer.call('get_run', { run })).output).toMatchObject({ status: 'waiting', approval: null });

  const { output } = await approve([
    { target, status: 'rejected' },
    { target: other, status: 'approved' },
  ]);
  const done = ConnectResult.parse(output);
  expect(done).toMatchObject({ status: 'done', pullRequest: { kind: 'dry-run', commit: null } });
  const reviewed = await server.agent.mapping(done.mapping?.id ?? '');
  const status = (path: string) => reviewed.rows.find((row) => row.target === path)?.status;
  expect([status(target), status(other)]).toStrictEqual(['rejected', 'approved']);
  expect(world.git('branch', '--format=%(refname:short)')).toBe('main');
});
