import { z } from 'zod';

export const TestCase = z.strictObject({
  file: z.string(),
  name: z.string(),
  status: z.enum(['passed', 'failed', 'skipped']),
  ms: z.number().nonnegative(),
  error: z.strictObject({ message: z.string(), at: z.string().nullable() }).nullable(),
});
export type TestCase = z.infer<typeof TestCase>;

/** A deliberate fault that the tests were to notice; `at` is `file:line`. */
export const PlantedFault = z.strictObject({
  kind: z.enum(['mapping', 'code']),
  what: z.string(),
  at: z.string(),
});
export type PlantedFault = z.infer<typeof PlantedFault>;

/** How many deliberate faults the tests notice. `found` is how many of the code there are, of which `tried` were run. */
export const Strength = z.strictObject({
  mapping: z.strictObject({ tried: z.int().nonnegative(), killed: z.int().nonnegative() }),
  code: z.strictObject({
    found: z.int().nonnegative(),
    tried: z.int().nonnegative(),
    killed: z.int().nonnegative(),
  }),
  /** The faults that no test noticed. */
  survivors: z.array(PlantedFault),
});
export type Strength = z.infer<typeof Strength>;

/** What the connector's own tests said in the sandbox. `verdict` is the sandbox's word on the whole run. */
export const TestReport = z.strictObject({
  connector: z.string(),
  verdict: z.enum(['ok', 'error', 'timeout', 'memory', 'crash', 'output', 'stuck']),
  passed: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  skipped: z.int().nonnegative(),
  mutationScore: z.number().min(0).max(1).nullable(),
  /** Null when it was not measured. */
  strength: Strength.nullable().default(null),
  tests: z.array(TestCase),
  error: z.strictObject({ message: z.string(), at: z.string().nullable() }).nullable(),
});
export type TestReport = z.infer<typeof TestReport>;
