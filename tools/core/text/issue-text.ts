import type { ZodError } from 'zod';

/** What a schema found wrong, every issue with its path: `rows.0.target: …; input: …`. */
export function issueText(error: ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`).join('; ');
}
