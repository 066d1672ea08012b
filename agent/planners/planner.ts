import { z } from 'zod';
import type { ArtifactStore } from '../../tools/core/index.ts';
import type { ConnectRequest } from '../connect-request.ts';
import { Question } from '../connect-result.ts';
import type { Steps } from '../steps.ts';

const Side = z.strictObject({ system: z.string(), entity: z.string(), schema: z.string() });

/** What stands before the review: two schemas, a proposed mapping, and what was decided on the way. */
export const Draft = z.strictObject({
  source: Side,
  target: Side,
  mapping: z.string(),
  notes: z.array(z.string()),
  questions: z.array(Question),
  modelTokens: z.int(),
});
export type Draft = z.infer<typeof Draft>;

/** Asks the person who waits; answers one of the question's options. Absent where nobody waits. */
export type Ask = (question: Question) => Promise<string>;

export interface PlannerInput {
  readonly request: ConnectRequest;
  readonly steps: Steps;
  readonly artifacts: ArtifactStore;
  readonly ask: Ask | null;
  readonly signal: AbortSignal;
  /** Folder of the caller, whose repository may add systems to the catalog; null where callers have none. */
  readonly cwd: string | null;
}

/** Decides which tools to call, from a sentence to a proposed mapping. The review and what follows is not its business. */
export interface Planner {
  readonly name: 'deterministic' | 'claude';
  draft(input: PlannerInput): Promise<Draft>;
}
