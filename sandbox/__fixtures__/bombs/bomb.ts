import type { Verdict } from '../../result.ts';

export interface Bomb {
  readonly name: string;
  /** A module that does harm while it is loaded. */
  readonly source: string;
  /** What it may end as: several where it depends on which limit is met first. */
  readonly ends: readonly Verdict[];
}

/** A table of bombs that may all end the same way. */
export function bombs(ends: readonly Verdict[], sources: Readonly<Record<string, string>>): Bomb[] {
  return Object.entries(sources).map(([name, source]) => ({ name, source, ends }));
}
