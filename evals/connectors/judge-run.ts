import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare, type Outcome } from './compare.ts';
import { EmulatedStripe } from './emulated-stripe.ts';
import { seededFaults } from './faults.ts';
import type { Made } from './make-connector.ts';
import { Peer, type PeerOptions } from './peer/peer.ts';
import { type Ended, settingsFor, startConnector } from './run-connector.ts';
import { sourceRecords } from './source-records.ts';
import type { System } from './system.ts';

export interface RunReport extends Outcome {
  readonly moved: number;
  readonly ended: Pick<Ended, 'code' | 'summary'>;
  readonly stderr: string;
  readonly refusals: readonly string[];
  readonly unknown: readonly string[];
  readonly injected: number;
  readonly kills: number;
  readonly seconds: number;
}

export interface Judging {
  readonly count: number;
  readonly faults: boolean;
  /** Writes after which the process is killed. */
  readonly killAt: readonly number[];
  readonly judges: Pick<PeerOptions, 'judge'>[];
}

/** Runs the connector from one peer to the other, started anew after each kill, and looks at what arrived. */
export async function judgeRun(
  { plan, folder }: Made,
  { count, faults, killAt, judges }: Judging,
): Promise<RunReport> {
  const made = sourceRecords(plan, count);
  const trouble = seededFaults(1);
  const fault = faults ? { fault: trouble } : {};
  let kill = () => false;
  const ends = [...killAt];
  let writes = 0;
  const source = await systemOf({
    entity: plan.source.entity,
    records: made,
    keys: [],
    ...judges[0],
    ...fault,
  });
  const keys = [plan.matchKey, plan.upsertKey, ...plan.mapping.matchKeys.map((key) => key.target)].flatMap(
    (key) => key ?? [],
  );
  const target = await systemOf({
    entity: plan.target.entity,
    keys,
    ...judges[1],
    ...fault,
    onWrite() {
      writes += 1;
      if (ends[0] !== undefined && writes >= ends[0] && kill()) ends.shift();
    },
  });
  const begun = performance.now();
  const servers = await Promise.all([source, target].map(({ listener }) => listening(listener)));
  const settings = await settingsFor(folder, {
    [`${plan.source.envPrefix}_BASE_URL`]: servers[0]?.url ?? '',
    [`${plan.target.envPrefix}_BASE_URL`]: servers[1]?.url ?? '',
    STATE_DIR: await mkdtemp(join(tmpdir(), 'causeway-judged-state-')),
  });
  let ended: Ended = { code: null, summary: null, stderr: '' };
  // Kills, and where faults have made dead letters or ended a run, the next runs of its schedule.
  for (let start = 0; start <= killAt.length + (faults ? 3 : 0); start += 1) {
    const running = startConnector(folder, settings);
    kill = running.kill;
    ended = await running.end;
    if (ended.code === 0) break;
  }
  const [records, arrived] = await Promise.all([source.all(), target.all()]);
  for (const { close } of servers) close();
  await Promise.all([source.close(), target.close()]);
  return {
    ...compare(plan, records, arrived, target.kept),
    moved: arrived.length,
    ended: { code: ended.code, summary: ended.summary },
    stderr: ended.stderr.slice(0, 2000),
    refusals: [...new Set([...source.refusals, ...target.refusals])].slice(0, 3),
    unknown: [...new Set([...source.unknown, ...target.unknown])].slice(0, 3),
    injected: trouble.counted.injected,
    kills: killAt.length - ends.length,
    seconds: (performance.now() - begun) / 1000,
  };
}

/** Somebody else's emulation where there is one, else our own peer. */
function systemOf(options: PeerOptions): Promise<System> {
  const { system, name } = options.entity;
  if (system === 'stripe' && name === 'customer') return EmulatedStripe.start(options, options.records ?? []);
  return Promise.resolve(new Peer(options));
}

async function listening(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
