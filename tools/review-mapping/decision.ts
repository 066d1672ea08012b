import { z } from 'zod';
import { Condition, ConflictRule, Transform } from '../model/index.ts';

/** What a person decided about one target field. An edit leaves what it does not name as it is. */
export const Decision = z.strictObject({
  target: z.string().describe('Path of the target field'),
  status: z.enum(['approved', 'edited', 'rejected']),
  sources: z.array(z.string()).optional().describe('Source paths, in the order the transform takes them'),
  transform: Transform.optional(),
  when: Condition.nullable().optional().describe('When the row applies; null: always'),
  conflict: ConflictRule.nullable()
    .optional()
    .describe("Whose value stands when both sides changed it; null: as the mapping's conflictRule says"),
});
export type Decision = z.infer<typeof Decision>;

/** One pair of fields by which a person wants the same record to be found. */
export const MatchKeyChoice = z.strictObject({ source: z.string(), target: z.string() });
export type MatchKeyChoice = z.infer<typeof MatchKeyChoice>;
