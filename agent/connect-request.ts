import { z } from 'zod';
import { Decision, MatchKeyChoice } from '../tools/review-mapping/index.ts';

/** What a person asks for. Every face builds one of these. */
export const ConnectRequest = z.strictObject({
  /** "connect HubSpot contacts to NetSuite" */
  sentence: z
    .string()
    .trim()
    .min(1, 'the sentence is empty')
    .max(2_000, 'the sentence is longer than 2000 characters'),
  /** Destination of the pull request: a local path or `owner/name`; null uses CAUSEWAY_REPO. */
  repo: z.string().min(1, 'it is empty').nullable().default(null),
  /** SPEC or SPEC#entity in place of what the sentence names. */
  sourceSpec: z.string().min(1, 'it is empty').nullable().default(null),
  targetSpec: z.string().min(1, 'it is empty').nullable().default(null),
  /** `ask`: stop at the review and wait for `approve`. `policy`: approve rows at or above the threshold. */
  approval: z.enum(['ask', 'policy']).default('ask'),
  threshold: z.number().min(0).max(1).default(0.9),
  /** Null: Claude when a key is configured, else deterministic. */
  planner: z.enum(['deterministic', 'claude']).nullable().default(null),
  dryRun: z.boolean().default(false),
});
export type ConnectRequest = z.infer<typeof ConnectRequest>;
export type ConnectRequestInput = z.input<typeof ConnectRequest>;

/** A person's word on one row of a proposed mapping. */
export const RowDecision = Decision;
export type RowDecision = Decision;

/** The yes that a pull request needs. It names the mapping it approves. */
export const Approval = z.strictObject({
  run: z.string(),
  mapping: z.string(),
  rows: z.array(RowDecision).default([]),
  /** By which fields the same record is found; absent: as proposed. */
  matchKeys: z.array(MatchKeyChoice).optional(),
});
export type Approval = z.infer<typeof Approval>;
export type ApprovalInput = z.input<typeof Approval>;
