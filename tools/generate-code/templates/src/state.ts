/** What is known of a source record: where it was written, and a hash of what was written. */
export interface StateEntry {
  /** Null: a create was begun and its answer never came. */
  readonly target: string | null;
  readonly hash: string;
  /** Paths of the fields that hold a value of ours: `email`, `address.city`. */
  readonly filled: readonly string[];
  /** What fields with a conflict rule held when we last looked. */
  readonly seen?: Seen;
}

/** By path, marks of both sides' values. */
export type Seen = Readonly<{ [path: string]: readonly [ours: string, theirs: string] }>;

export interface DeadLetter {
  /** Id in the source; null when the record has none. */
  readonly source: string | null;
  readonly path: string;
  readonly reason: string;
  readonly record: unknown;
}

/** What a sync remembers between runs. Every promise resolves when the fact is on disk. */
export interface SyncState {
  /** Moment up to which changes were handled (ISO); null before the first complete run. */
  readonly checkpoint: string | null;
  /** Where this run's dead letters are; null while there are none. */
  readonly deadLetterFile: string | null;
  entry(sourceId: string): StateEntry | undefined;
  /** The source record that was written to this target record. */
  ownerOf(targetId: string): string | undefined;
  /** Written ahead of a create, so that a crash in between is noticed. */
  beginCreate(sourceId: string, hash: string): Promise<void>;
  written(
    sourceId: string,
    targetId: string,
    hash: string,
    filled: readonly string[],
    seen?: Seen,
  ): Promise<void>;
  forget(sourceId: string): Promise<void>;
  saveCheckpoint(checkpoint: string): Promise<void>;
  addDeadLetter(letter: DeadLetter): Promise<void>;
}
