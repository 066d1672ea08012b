import { canReadBeforeWrite, type Entity, type MappingRow } from '../../model/index.ts';
import type { FieldProfile } from '../profile/field-profile.ts';

/** What people keep up by hand in the system they work in. */
const keptByHand = new Set([
  'owner',
  'team',
  'status',
  'stage',
  'account status',
  'lead status',
  'description',
]);

/**
 * The row with the rule that the target's value stays: for a field that the target's people keep up by hand, fed by one
 * that its own system sets and nobody can correct there. Only where the connector can look before it writes.
 */
export function leaveToTarget(
  row: MappingRow,
  profile: FieldProfile | undefined,
  source: Entity,
  target: Entity,
): MappingRow {
  const from = source.fields.find(({ path }) => path === row.sources[0]);
  const concept = profile?.meaning.head?.name ?? '';
  if (row.sources.length !== 1 || from?.readOnly !== true || !keptByHand.has(concept)) return row;
  if (row.target.includes('[]') || !canReadBeforeWrite(target.operations)) return row;
  const says = `${source.system} sets ${from.path} itself, and people of ${target.system} keep "${concept}" by hand: a value that is there stays`;
  return { ...row, conflict: 'target', evidence: [...row.evidence, { signal: 'conflict', says, for: true }] };
}
