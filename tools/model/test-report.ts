import { z } from 'zod';

export const TestCase = z.strictObject({
  file: z.string(),
  name: z.string(),
  status: z.enum(['passed', 'failed', 'skipped']),
  ms: z.number().nonnegative(),
  error: z.strictObject({ message: z.string(), at: z.string().nullable() }).nullable(),
});
export type TestCase = z.infer<typeof TestCase>;

/** What the connector's own tests said in the sandbox. `verdict` is the sandbox's word on the whole run. */
export const TestReport = z.strictObject({
  connector: z.string(),
  verdict: z.enum(['ok', 'error', 'timeout', 'memory', 'crash', 'output', 'stuck']),
  passed: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  skipped: z.int().nonnegative(),
  mutationScore: z.number().min(0).max(1).nullable(),
  tests: z.array(TestCase),
  error: z.strictObject({ message: z.string(), at: z.string().nullable() }).nullable(),
});
export type TestReport = z.infer<typeof TestReport>;
