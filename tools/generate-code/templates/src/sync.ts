import { ApiError } from './api-error.ts';
import { changesInOrder } from './changes-in-order.ts';
import type { Clock } from './clock.ts';
import { eachLimited } from './each-limited.ts';
import type { Log } from './log.ts';
import { RecordError } from './record-error.ts';
import type { SyncState } from './state.ts';
import type { Connection, Pages, PreparedRecord, SourceSystem } from './systems.ts';
import { noTelemetry, type Telemetry } from './telemetry.ts';
import { type WriteOptions, writeRecord } from './write-record.ts';

/** Read again before the checkpoint: clocks differ, and some searches learn of a change late. */
const overlapMs = 5 * 60_000;
const concurrency = 4;
/** So many failures of the API itself in a row are no accident: the run stops. */
const outageLimit = 5;

export interface SyncOptions extends WriteOptions {
  /** Everything, not only what changed since the checkpoint. */
  readonly full: boolean;
  /** Most records to read. */
  readonly limit: number;
}

/** How many records had which outcome. */
export interface Counts {
  read: number;
  created: number;
  updated: number;
  skipped: number;
  deleted: number;
  failed: number;
}

export const outcomes = ['read', 'created', 'updated', 'skipped', 'deleted', 'failed'] as const;

export interface Summary extends Counts {
  readonly deadLetterFile: string | null;
  readonly checkpoint: string | null;
  readonly ms: number;
}

export interface SyncTools {
  readonly state: SyncState;
  readonly clock: Clock;
  readonly log: Log;
  readonly telemetry?: Telemetry;
  /** Counted up as the run goes, so that they are known also when it fails. */
  readonly counts?: Counts;
}

export function noCounts(): Counts {
  return { read: 0, created: 0, updated: 0, skipped: 0, deleted: 0, failed: 0 };
}

/**
 * Carries records over, page by page. A record that cannot be carried goes to the dead letters. Throws `ApiError` when
 * an API fails for good; what was done until then is remembered, and the next run goes on from there.
 */
export async function sync<Record>(
  connection: Connection<Record>,
  tools: SyncTools,
  options: SyncOptions,
): Promise<Summary> {
  const { state, clock } = tools;
  const { changes } = connection.source;
  const started = clock.now();
  const since = options.full || changes === null ? null : state.checkpoint;
  const pages =
    since === null
      ? connection.source.list()
      : pagesSince(connection.source, new Date(Date.parse(since) - overlapMs));

  const run = new Run(connection, tools, options);
  let newest = since === null ? undefined : Date.parse(since);
  let complete = true;
  for await (const page of pages) {
    const records = page.slice(0, options.limit - run.summary.read);
    await run.handle(records);
    for (const raw of records) {
      const updated = connection.source.updatedAt(raw)?.getTime();
      if (updated !== undefined) newest = Math.max(newest ?? updated, updated);
    }
    if (run.summary.read >= options.limit) {
      complete = false;
      break;
    }
    if (since !== null && changes?.ordered === true) await run.moveCheckpoint(newest ?? started);
  }
  // A change made while we read may sit on a page that was already read: never later than our start.
  if (complete && changes !== null) await run.moveCheckpoint(Math.min(newest ?? started, started));

  return summarize(run, tools, started);
}

function pagesSince(source: SourceSystem, moment: Date): Pages {
  const { changes } = source;
  if (changes === null) return source.list();
  const since = (from: Date) => changes.since(from);
  return changes.ordered ? changesInOrder(since, moment, source) : since(moment);
}

/** Sends single records again, for instance those of a dead letter file. */
export async function syncRecords<Record>(
  connection: Connection<Record>,
  tools: SyncTools,
  records: readonly unknown[],
  options: WriteOptions,
): Promise<Summary> {
  const started = tools.clock.now();
  const run = new Run(connection, tools, options);
  await run.handle(records);
  return summarize(run, tools, started);
}

function summarize<Record>(run: Run<Record>, { state, clock }: SyncTools, started: number): Summary {
  const { deadLetterFile, checkpoint } = state;
  return { ...run.summary, deadLetterFile, checkpoint, ms: clock.now() - started };
}

class Run<Record> {
  readonly summary: Counts;
  readonly #connection: Connection<Record>;
  readonly #tools: SyncTools;
  readonly #options: WriteOptions;
  #outages = 0;

  constructor(connection: Connection<Record>, tools: SyncTools, options: WriteOptions) {
    this.#connection = connection;
    this.#tools = tools;
    this.#options = options;
    this.summary = tools.counts ?? noCounts();
  }

  /** Handles all records of a page; afterwards each is written, skipped or a dead letter. */
  async handle(records: readonly unknown[]): Promise<void> {
    const { telemetry = noTelemetry } = this.#tools;
    const before = { ...this.summary };
    try {
      await telemetry.span('page', { records: records.length }, () => this.#handlePage(records));
    } finally {
      for (const outcome of outcomes) {
        const more = this.summary[outcome] - before[outcome];
        if (more > 0) telemetry.add('connector.records', more, { outcome });
      }
    }
  }

  async #handlePage(records: readonly unknown[]): Promise<void> {
    // Records with the same match key go one after the other: the second must find what the first has made.
    const groups = new Map<string, { raw: unknown; item: PreparedRecord<Record> }[]>();
    for (const raw of records) {
      this.summary.read += 1;
      await this.#guard(raw, async () => {
        const item = this.#connection.prepare(raw);
        const key = item.matchValue?.trim().toLowerCase() ?? `id ${item.sourceId}`;
        groups.set(key, [...(groups.get(key) ?? []), { raw, item }]);
      });
    }
    await eachLimited([...groups.values()], concurrency, async (group) => {
      for (const { raw, item } of group) await this.#guard(raw, () => this.#write(item));
    });
  }

  async moveCheckpoint(ms: number): Promise<void> {
    const checkpoint = new Date(ms).toISOString();
    if (!this.#options.dryRun && checkpoint !== this.#tools.state.checkpoint) {
      await this.#tools.state.saveCheckpoint(checkpoint);
    }
  }

  async #write(item: PreparedRecord<Record>): Promise<void> {
    const outcome = await writeRecord(item, this.#connection.target, this.#tools, this.#options);
    this.#outages = 0;
    this.summary[outcome] += 1;
    this.#tools.log.debug('record handled', { source: item.sourceId, outcome });
  }

  /** Lets one record fail without the run. */
  async #guard(raw: unknown, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof RecordError) && !(error instanceof ApiError)) throw error;
      if (error instanceof ApiError && error.isOutage) {
        this.#outages += 1;
        if (error.status === 401 || this.#outages >= outageLimit) throw error;
      }
      await this.#bury(raw, error);
    }
  }

  async #bury(raw: unknown, error: RecordError | ApiError): Promise<void> {
    const source = this.#connection.source.idOf(raw) ?? null;
    const path = error instanceof RecordError ? error.path : '';
    this.summary.failed += 1;
    // Reasons quote values of the record, and vendors' messages do: they are for the dead letters only.
    const { status, code, requestId } = error instanceof ApiError ? error.failure : {};
    this.#tools.log.warn('record failed', { source, path, status, code, requestId });
    if (!this.#options.dryRun) {
      await this.#tools.state.addDeadLetter({ source, path, reason: error.message, record: raw });
    }
  }
}
