import { z } from 'zod';
import { Transform } from '../model/index.ts';

/** What a person decided about one target field. */
export const Decision = z.strictObject({
  target: z.string().describe('Path of the target field'),
  status: z.enum(['approved', 'edited', 'rejected']),
  sources: z.array(z.string()).optional().describe('Source paths, in the order the transform takes them'),
  transform: Transform.optional(),
});
export type Decision = z.infer<typeof Decision>;
