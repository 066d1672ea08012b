import { z } from 'zod';

/** Something a reader should know that does not stop the work. `at` says where it was seen. */
export const Warning = z.strictObject({ code: z.string(), message: z.string(), at: z.string().default('') });
export type Warning = z.infer<typeof Warning>;
