import { type ConflictRule, canReadBeforeWrite, type MappingRow } from '../../model/index.ts';
import type { Operations } from './operations.ts';
import type { Side } from './side.ts';

export interface Writing {
  readonly source: Side;
  readonly target: Side;
  readonly writes: Operations;
  /** The external id is mapped, and records are upserted by it. */
  readonly upserts: boolean;
}

/** Why no code can keep a row's conflict rule; undefined when it can. */
export function conflictObstacle(
  { target: path }: MappingRow,
  rule: ConflictRule,
  { source, target, writes, upserts }: Writing,
): string | undefined {
  if (rule === 'source') return undefined;
  const kept = `so the conflict rule "${rule}" cannot be kept`;
  if (path.includes('[]')) return `a list is written as a whole, ${kept} for one field of it`;
  if (path === target.entity.externalIdField) return `records are recognised by it, ${kept}`;
  if (upserts && !canReadBeforeWrite(writes)) {
    return `${target.brand} is written by external id without a look at what is there, ${kept}`;
  }
  // Written on create only: no look is needed.
  if (rule === 'target') return undefined;
  if (writes.get === undefined) return `${target.brand} has no call that reads one ${target.one}, ${kept}`;
  const [stampless] = [source, target].filter(({ entity }) => entity.updatedField === null);
  if (rule === 'newest' && stampless !== undefined) {
    return `a ${stampless.brand} ${stampless.one} does not say when it was changed, ${kept}`;
  }
  return undefined;
}
