import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../src/clock.ts';
import { readConfig } from '../src/config.ts';
import { connect } from '../src/connection.ts';
import { FileState } from '../src/file-state.ts';
import type { Log } from '../src/log.ts';
import type { SyncState } from '../src/state.ts';
import { type Summary, type SyncOptions, sync } from '../src/sync.ts';
import { collectLog } from './collect-log.ts';
import { createFakes, environment, type Fakes } from './fakes.ts';
import { sourceId, sourceRecord } from './records.ts';

/** Both APIs in memory, a clock that does not wait, a state folder: all a sync needs. */
export interface World extends Fakes {
  readonly clock: Clock;
  readonly waits: number[];
  readonly log: Log;
  readonly folder: string;
  readonly connection: ReturnType<typeof connect>;
  openState(): Promise<FileState>;
  run(options?: Partial<SyncOptions>, state?: SyncState): Promise<Summary>;
}

/** A world whose source holds this many records. */
export function createWorld(count: number, log = collectLog()): World {
  const fakes = createFakes();
  for (let n = 1; n <= count; n += 1) fakes.source.records.set(sourceId(n), sourceRecord(n));
  const waits: number[] = [];
  let now = Date.UTC(2026, 5, 1);
  const clock: Clock = {
    now: () => now,
    sleep: async (ms) => {
      waits.push(ms);
      now += ms;
    },
  };
  const folder = join(tmpdir(), `sync-${randomUUID()}`);
  const connection = connect(readConfig(environment), {
    clock,
    log,
    fetch: fetchFrom(fakes),
    random: () => 0,
  });
  const openState = () => FileState.open(folder, 'run');
  return {
    ...fakes,
    clock,
    waits,
    log,
    folder,
    connection,
    openState,
    run: async (options = {}, state) =>
      sync(
        connection,
        { state: state ?? (await openState()), clock, log },
        { full: false, always: false, dryRun: false, confirmed: false, limit: Infinity, ...options },
      ),
  };
}

function fetchFrom({ source, target }: Fakes): typeof fetch {
  return async (input, init = {}) => {
    const url = new URL(String(input));
    const answer = source.answer(url, init) ?? target.answer(url, init);
    if (answer === undefined) throw new Error(`no such call: ${init.method} ${url.href}`);
    return answer;
  };
}
