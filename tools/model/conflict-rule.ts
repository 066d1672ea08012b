import { z } from 'zod';
import type { Mapping, MappingRow } from './mapping.ts';

/**
 * Whose value stands when both sides have changed a field since it was last written: the source's, the target's (then it
 * is only written where the target has none), the one of the record that was changed last, or nobody's until a person says.
 */
export const conflictRules = ['source', 'target', 'newest', 'ask'] as const;
export const ConflictRule = z.enum(conflictRules);
export type ConflictRule = z.infer<typeof ConflictRule>;

/** The rule of one row: its own, else the mapping's, else the source wins. */
export function conflictRuleOf(
  row: Pick<MappingRow, 'conflict'>,
  mapping: Pick<Mapping, 'conflictRule'>,
): ConflictRule {
  return row.conflict ?? mapping.conflictRule ?? 'source';
}

/** A rule in plain words. */
export function sayConflictRule(rule: ConflictRule): string {
  return words[rule];
}

const words: Readonly<Record<ConflictRule, string>> = {
  source: "the source's value stands",
  target: "the target's value stays where it has one",
  newest: 'when both sides changed it, the newest stands',
  ask: 'when both sides changed it, a person decides',
};
