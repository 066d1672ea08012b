import { sayConflictRule } from '../conflict-rule.ts';
import type { MappingRow } from '../mapping.ts';
import { sayCondition } from './condition.ts';
import { isPlainCopy, type Shown, sayTransform } from './say-transform.ts';

type Step = Pick<MappingRow, 'sources' | 'transform' | 'when' | 'conflict'>;

/**
 * All that a row says of how its value is written: transform, condition, conflict rule. `brief` leaves a plain copy
 * unsaid, so that the answer may be ''.
 */
export function sayRow(row: Step, shown: Shown, { brief = false } = {}): string {
  return [
    ...(brief && isPlainCopy(row.transform) ? [] : [sayTransform(row, shown)]),
    ...(row.when === undefined ? [] : [sayCondition(row.when, shown)]),
    ...(row.conflict === undefined ? [] : [sayConflictRule(row.conflict)]),
  ].join('; ');
}
