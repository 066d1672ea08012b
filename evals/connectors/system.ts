import type { RequestListener } from 'node:http';

/** A system as a connector meets it. */
export interface System {
  readonly listener: RequestListener;
  /** What an outside judge had against requests. */
  readonly refusals: readonly string[];
  /** Requests that it does not know. */
  readonly unknown: readonly string[];
  /** Top names of what it keeps of a record; null: everything. */
  readonly kept: readonly string[] | null;
  all(): Promise<readonly Record<string, unknown>[]>;
  close(): Promise<void>;
}
