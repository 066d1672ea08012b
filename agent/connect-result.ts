import { z } from 'zod';
import { PullRequest } from '../tools/model/index.ts';

const Side = z.strictObject({ system: z.string(), entity: z.string() });

/** Something a person should decide. It may be left: then `default` counts. */
export const Question = z.strictObject({
  id: z.string(),
  text: z.string(),
  options: z.array(z.string()),
  default: z.string().nullable(),
});
export type Question = z.infer<typeof Question>;

export const StepReport = z.strictObject({
  name: z.string(),
  status: z.enum(['running', 'done', 'failed']),
  /** Milliseconds; 0 for a step that an earlier process finished. */
  ms: z.number().nonnegative(),
  text: z.string(),
});
export type StepReport = z.infer<typeof StepReport>;

/** What `connect --json` prints and every face shows. */
export const ConnectResult = z.strictObject({
  run: z.string(),
  status: z.enum(['done', 'waiting', 'failed']),
  source: Side,
  target: Side,
  steps: z.array(StepReport),
  /** `id` is the mapping to approve while waiting, the reviewed one when done. Null before it exists. */
  mapping: z
    .strictObject({
      id: z.string(),
      rows: z.int(),
      approved: z.int(),
      open: z.int(),
    })
    .nullable(),
  questions: z.array(Question),
  /** Decisions made for the person, in plain words. */
  notes: z.array(z.string()),
  /** `verdict` is the sandbox's word on the whole run (`ok`, `timeout`, …); null before the tests ran. */
  tests: z.strictObject({
    verdict: z.string().nullable(),
    passed: z.int(),
    failed: z.int(),
    skipped: z.int(),
    mutationScore: z.number().nullable(),
  }),
  pullRequest: PullRequest.nullable(),
  cost: z.strictObject({ modelTokens: z.int(), usd: z.number() }),
  ms: z.number(),
});
export type ConnectResult = z.infer<typeof ConnectResult>;

/** Whether the connector's own tests prove it: they ran to their end, some ran, and none failed. */
export function testsProve({ verdict, passed, failed }: ConnectResult['tests']): boolean {
  return verdict === 'ok' && passed > 0 && failed === 0;
}

/** What the tests said, in words that every face uses. */
export function sayTests({ passed, failed, skipped, mutationScore }: ConnectResult['tests']): string {
  const strength =
    mutationScore === null
      ? ''
      : `; they notice ${Math.floor(mutationScore * 100 + 1e-9)} % of planted faults`;
  return `${passed} passed, ${failed} failed, ${skipped} skipped${strength}`;
}
