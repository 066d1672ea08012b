import { RefusedError } from '../../tools/core/index.ts';
import { type Mapping, showConfidence } from '../../tools/model/index.ts';

/** A policy that approves nothing gives no code: said with what would. Throws `nothing_approved`. */
export function requireSureRow(mapping: Mapping, threshold: number): void {
  const surest = Math.max(0, ...mapping.rows.map((row) => row.confidence));
  if (surest >= threshold) return;
  const { source, target } = mapping;
  throw new RefusedError(
    'nothing_approved',
    `No row from ${source.system} ${source.entity} to ${target.system} ${target.entity} reaches the threshold ${threshold}; the surest has ${showConfidence(surest)}`,
    'Review the rows (connect without --yes), or give a lower --threshold',
  );
}
