import type { Seen } from './state.ts';

/** Pages of records as the API sent them, still unchecked. */
export type Pages = AsyncIterable<readonly unknown[]>;

/** The side that is read. */
export interface SourceSystem {
  list(): Pages;
  /** What changed since a moment; null when the API cannot be asked that. */
  readonly changes: null | {
    since(moment: Date): Pages;
    /** Oldest change first: the checkpoint may move with every page. Otherwise it moves at the end. */
    readonly ordered: boolean;
  };
  /** One record as it is now; null when the API cannot be asked for one. */
  readonly get: ((id: string) => Promise<unknown>) | null;
  idOf(raw: unknown): string | undefined;
  updatedAt(raw: unknown): Date | undefined;
}

/** The side that is written. What the API cannot do is null. */
export interface TargetSystem<Record> {
  /** Ids of the records with this match key. */
  readonly find: ((matchValue: string) => Promise<readonly string[]>) | null;
  /** Whether a record has this external id. */
  readonly exists: ((externalId: string) => Promise<boolean>) | null;
  /** The external id that a record has; null also where we write none. */
  readonly externalIdOf: ((id: string) => Promise<string | undefined>) | null;
  /** Answers the new record's id. `key` is the same for every try to create this record. */
  create: ((record: Record, key: string) => Promise<string>) | null;
  /** The API heeds `key`: a repeated create makes no second record. */
  readonly idempotentCreate: boolean;
  readonly update: ((id: string, record: Record) => Promise<void>) | null;
  /** Creates or changes by our own id inside the record; answers the target's id where it is told. */
  readonly upsert: ((record: Record) => Promise<string>) | null;
  /** For fields with a conflict rule; null where none has one. */
  readonly conflicts: null | {
    /**
     * Looks at the target's record, found by our external id where `id` is null, and answers what of ours is to be
     * written. Throws `RecordError` where a person must decide.
     */
    settle(
      item: PreparedRecord<Record>,
      id: string | null,
      known: { readonly seen: Seen; readonly confirmed: boolean },
    ): Promise<Settled<Record>>;
    /** What is remembered of a record that was written as it is. */
    marksOf(record: Record): Seen;
  };
}

/** What is to be written of a record, and what both sides held. */
export interface Settled<Record> {
  readonly record: Record;
  readonly seen: Seen | undefined;
}

/** A source record on its way, checked at both edges. */
export interface PreparedRecord<Record> {
  readonly sourceId: string;
  readonly record: Record;
  /** What the target is searched by; undefined when the record has no such value. */
  readonly matchValue: string | undefined;
  /** Its external id in the target; undefined when it has none. */
  readonly externalId: string | undefined;
  /** When the source changed it, where that matters. */
  readonly updatedAt?: Date | undefined;
}

export interface Connection<Record> {
  readonly source: SourceSystem;
  readonly target: TargetSystem<Record>;
  /** Validates, transforms, validates. Throws `RecordError`. */
  prepare(raw: unknown): PreparedRecord<Record>;
}
