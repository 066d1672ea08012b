import type { Mapping, MappingRow } from '../../model/index.ts';
import type { Operations } from './operations.ts';
import type { Side } from './side.ts';

/** What could not become code, and why. */
export interface LeftOut {
  readonly target: string;
  readonly why: string;
}

/** Everything the emitters need, decided beforehand: they only write. */
export interface Plan {
  readonly name: string;
  readonly mappingId: string;
  readonly mapping: Mapping;
  readonly source: Side;
  readonly target: Side;
  readonly reads: Operations;
  readonly writes: Operations;
  /** Rows that become code, in the target's field order. */
  readonly rows: readonly MappingRow[];
  /** Rows that a person writes in overrides.ts. */
  readonly byHand: readonly MappingRow[];
  readonly leftOut: readonly LeftOut[];
  /** Target path that both sides recognise a record by; null when no mapped field will do. */
  readonly matchKey: string | null;
  /** The target's own external id is mapped and can be upserted by. */
  readonly upsertKey: string | null;
  /** The target's own external id, where it is mapped. */
  readonly externalKey: string | null;
  /** Rows and rules for when both sides have changed a field; the source's value stands for all others. */
  readonly guarded: Guarded;
  readonly warnings: readonly string[];
}

/** Target paths by the rule that keeps them. */
export type Guarded = Readonly<Record<'target' | 'newest' | 'ask', readonly string[]>>;
