import type { RememberedRow } from '../model/index.ts';

/** What people decided about earlier mappings in this workspace. */
export interface Memory {
  /** Decisions about mappings that read from or write to one of these two systems, the newest first. */
  recall(sourceSystem: string, targetSystem: string): readonly RememberedRow[];
  /** Keeps decisions; a later one about the same fields of the same records replaces an earlier one. */
  remember(rows: readonly RememberedRow[]): void;
}

/** Knows nothing and keeps nothing. */
export const noMemory: Memory = { recall: () => [], remember: () => {} };
