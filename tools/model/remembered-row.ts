import { z } from 'zod';
import { Transform } from './transform/transform.ts';

const RememberedSide = z.strictObject({ system: z.string(), entity: z.string() });

/** What a person decided about one row of an earlier mapping. */
export const RememberedRow = z.strictObject({
  source: RememberedSide,
  target: RememberedSide,
  sourcePaths: z.array(z.string()),
  targetPath: z.string(),
  verdict: z.enum(['approved', 'edited', 'rejected']),
  transform: Transform,
});
export type RememberedRow = z.infer<typeof RememberedRow>;
