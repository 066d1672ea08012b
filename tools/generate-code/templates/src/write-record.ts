import { createHash } from 'node:crypto';
import { ApiError } from './api-error.ts';
import { filledFields, withoutBlanks } from './blanks.ts';
import type { Clock } from './clock.ts';
import { RecordError } from './record-error.ts';
import type { SyncState } from './state.ts';
import type { PreparedRecord, Settled, TargetSystem } from './systems.ts';

const createAttempts = 3;
const searchDelayMs = 2_000;

export type Outcome = 'created' | 'updated' | 'skipped';

export interface WriteOptions {
  /** Look, but change nothing. */
  readonly dryRun: boolean;
  /** Write also what has not changed since it was last written. */
  readonly always: boolean;
  /** A person has looked: an interrupted create that cannot be searched for may be repeated. */
  readonly confirmed: boolean;
}

/**
 * Writes one record so that doing it again, also after a crash at any point, makes no second record. Looked up in this
 * order: id map, external id, search by match key, create. A blank is sent only to clear a value of ours. Throws
 * `RecordError`, or `ApiError` when the API refuses.
 */
export async function writeRecord<Record>(
  item: PreparedRecord<Record>,
  target: TargetSystem<Record>,
  tools: { readonly state: SyncState; readonly clock: Clock },
  options: WriteOptions,
): Promise<Outcome> {
  return new RecordWriter(item, target, tools, options).write();
}

class RecordWriter<Record> {
  readonly #item: PreparedRecord<Record>;
  readonly #target: TargetSystem<Record>;
  readonly #state: SyncState;
  readonly #clock: Clock;
  readonly #options: WriteOptions;
  readonly #hash: string;

  constructor(
    item: PreparedRecord<Record>,
    target: TargetSystem<Record>,
    { state, clock }: { readonly state: SyncState; readonly clock: Clock },
    options: WriteOptions,
  ) {
    this.#item = item;
    this.#target = target;
    this.#state = state;
    this.#clock = clock;
    this.#options = options;
    this.#hash = sha256(JSON.stringify(item.record));
  }

  async write(): Promise<Outcome> {
    const known = this.#state.entry(this.#item.sourceId);
    if (known !== undefined && known.target !== null) {
      if (known.hash === this.#hash && !this.#options.always) return 'skipped';
      if (this.#target.upsert === null && (await this.#update(known.target))) return 'updated';
    }
    if (this.#target.upsert !== null) {
      if (known !== undefined) return this.#upsert(known.target !== null, await this.#settledByExternalId());
      if (await this.#hasOurs()) return this.#upsert(true, await this.#settledByExternalId());
    }
    const id = await this.#find();
    if (id !== undefined && (await this.#update(id))) return 'updated';
    return this.#target.upsert === null ? this.#create() : this.#upsert(false, this.#whole);
  }

  async #upsert(known: boolean, settled: Settled<Record>): Promise<Outcome> {
    const { upsert } = this.#target;
    if (upsert !== null && !this.#options.dryRun) {
      await this.#written(await upsert(this.#toSend(settled)), settled);
    }
    return known ? 'updated' : 'created';
  }

  /** False when the target record is gone: it was deleted there, and is made anew. */
  async #update(id: string): Promise<boolean> {
    const { update } = this.#target;
    if (update === null)
      throw new RecordError('', `the record exists as ${id}, and this API cannot change it`);
    if (this.#options.dryRun && this.#target.conflicts === null) return true;
    let settled: Settled<Record>;
    try {
      settled = await this.#settled(id);
      if (this.#options.dryRun) return true;
      const record = this.#toSend(settled);
      // Where every field stays as it is there, nothing need be sent.
      if (Object.keys(record ?? {}).length > 0) await update(id, record);
    } catch (error) {
      if (!isGone(error)) throw error;
      if (!this.#options.dryRun) await this.#state.forget(this.#item.sourceId);
      return false;
    }
    await this.#written(id, settled);
    return true;
  }

  async #create(): Promise<Outcome> {
    const { create, idempotentCreate } = this.#target;
    const { sourceId } = this.#item;
    if (create === null)
      throw new RecordError('', 'the record does not exist in the target, and this API cannot create it');
    const begun = this.#state.entry(sourceId);
    const sameRequest = idempotentCreate && begun?.hash === this.#hash;
    if (begun?.target === null && !this.#searchable && !sameRequest && !this.#options.confirmed) {
      throw new RecordError(
        '',
        'a create was interrupted and cannot be searched for; look in the target, then replay',
      );
    }
    if (this.#options.dryRun) return 'created';
    await this.#state.beginCreate(sourceId, this.#hash);
    const key = sha256(`${sourceId} ${this.#hash}`);
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#written(await create(this.#toSend(this.#whole), key), this.#whole);
        return 'created';
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        if (error.status === 409) return this.#adopt(error);
        // Refused without effect: there is nothing to look for later.
        if (!error.outcomeUnknown) await this.#state.forget(sourceId);
        if (!error.outcomeUnknown || !this.#searchable || attempt === createAttempts) throw error;
      }
      // The answer was lost, the record may be there. A search can lag behind, so not at once.
      await this.#clock.sleep(searchDelayMs);
      const id = await this.#find();
      if (id !== undefined) {
        await this.#written(id, this.#whole);
        return 'created';
      }
    }
  }

  /** The API says that the record exists already, though the search did not find it before. */
  async #adopt(conflict: ApiError): Promise<Outcome> {
    await this.#state.forget(this.#item.sourceId);
    const id = await this.#find();
    if (id === undefined || !(await this.#update(id))) throw conflict;
    return 'updated';
  }

  #toSend({ record }: Settled<Record>): Record {
    return withoutBlanks(record, this.#filled);
  }

  /** All of our record: for one that is new in the target. */
  get #whole(): Settled<Record> {
    const { record } = this.#item;
    return { record, seen: this.#target.conflicts?.marksOf(record) };
  }

  /** What of our record is written over a record that exists. */
  async #settled(id: string | null): Promise<Settled<Record>> {
    const { conflicts } = this.#target;
    if (conflicts === null) return this.#whole;
    const seen = this.#state.entry(this.#item.sourceId)?.seen ?? {};
    return conflicts.settle(this.#item, id, { seen, confirmed: this.#options.confirmed });
  }

  /** The same, for an upsert: it makes a record that is gone anew. */
  async #settledByExternalId(): Promise<Settled<Record>> {
    try {
      return await this.#settled(null);
    } catch (error) {
      if (!isGone(error)) throw error;
      return this.#whole;
    }
  }

  get #filled(): readonly string[] {
    return this.#state.entry(this.#item.sourceId)?.filled ?? [];
  }

  get #searchable(): boolean {
    return this.#target.find !== null && this.#item.matchValue !== undefined;
  }

  /** Whether the target has a record with our external id. */
  async #hasOurs(): Promise<boolean> {
    const { exists } = this.#target;
    const { externalId } = this.#item;
    return exists !== null && externalId !== undefined && (await exists(externalId));
  }

  /** The target record with our match key. Refuses to guess between several, or to take another record's. */
  async #find(): Promise<string | undefined> {
    const { find } = this.#target;
    const { matchValue, sourceId } = this.#item;
    if (find === null || matchValue === undefined) return undefined;
    const [id, ...others] = await find(matchValue);
    if (id === undefined) return undefined;
    if (others.length > 0) {
      throw new RecordError(
        '',
        `the match key fits ${others.length + 1} target records: ${[id, ...others].join(', ')}`,
      );
    }
    const owner = this.#state.ownerOf(id);
    if (owner !== undefined && owner !== sourceId) {
      throw new RecordError('', `target record ${id} already belongs to source record ${owner}`);
    }
    const { externalIdOf } = this.#target;
    const other = externalIdOf === null ? undefined : await externalIdOf(id);
    if (other !== undefined && other !== this.#item.externalId) {
      throw new RecordError(
        '',
        `the match key fits target record ${id}, which has another external id: ${other}`,
      );
    }
    return id;
  }

  async #written(id: string, { record, seen }: Settled<Record>): Promise<void> {
    const filled = filledFields(record, this.#filled);
    await this.#state.written(this.#item.sourceId, id, this.#hash, filled, seen);
  }
}

function isGone(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 404 || error.status === 410);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
