import { z } from 'zod';

/** Longest line a child may send, bytes. An isolate caps itself far below it; this is for one that broke out. */
export const replyLimit = 2 * 1024 * 1024;

/** The same for a child's first line, which may hold a snapshot. Nothing untrusted has run in it then. */
export const firstReplyLimit = 32 * 1024 * 1024;

const Thrown = z.strictObject({ message: z.string(), stack: z.string() }).nullable();

/** What an isolate says of its run. Written by untrusted hands, so nothing of it is believed before this. */
export const IsolateReport = z.strictObject({
  verdict: z.enum(['ok', 'error', 'output']).nullable(),
  value: z.json(),
  logs: z.array(z.string()),
  error: Thrown,
  tests: z.array(
    z.strictObject({
      name: z.string(),
      status: z.enum(['passed', 'failed', 'skipped']),
      ms: z.number().nonnegative(),
      error: Thrown,
    }),
  ),
});
export type IsolateReport = z.infer<typeof IsolateReport>;

export const ChildMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready'), snapshot: z.base64().nullable() }),
  z.strictObject({
    kind: z.literal('reply'),
    outcome: z.enum(['done', 'timeout', 'memory', 'stuck', 'output']),
    report: z.string().nullable(),
  }),
]);
export type ChildMessage = z.infer<typeof ChildMessage>;

/** A text as a value of the schema; null when it is not JSON or not of that shape. */
export function parseReply<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
