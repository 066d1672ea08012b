import { z } from 'zod';

export const PullRequest = z.strictObject({
  kind: z.enum(['local', 'github', 'dry-run']),
  branch: z.string(),
  base: z.string(),
  /** Null for a dry run. */
  commit: z.string().nullable(),
  title: z.string(),
  /** Markdown: the mapping table, evidence, open questions, test proof. */
  body: z.string(),
  /** Web address on GitHub; null elsewhere. */
  url: z.string().nullable(),
  /** File that holds the body, outside the work tree; null on GitHub. */
  bodyFile: z.string().nullable(),
  /** Paths in the repository. */
  files: z.array(z.string()),
});
export type PullRequest = z.infer<typeof PullRequest>;
