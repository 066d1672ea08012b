import { z } from 'zod';
import { parseText } from '../../core/documents/parse-text.ts';
import { issueText, RequestError } from '../../core/index.ts';

const Action = z.object({
  target: z.string().min(1),
  description: z.string().optional(),
  update: z.json().optional(),
  remove: z.boolean().default(false),
});

/** OpenAPI Overlay 1.x: corrections of a description that live in a file of their own. */
export const Overlay = z.object({
  overlay: z.string().regex(/^1\.\d+(?:\.\d+)?$/, 'must be a version 1.x'),
  info: z.object({ title: z.string().default(''), version: z.string().default('') }).optional(),
  /** URL or relative path of the description it corrects. */
  extends: z.string().optional(),
  actions: z.array(Action).min(1),
});
export type Overlay = z.infer<typeof Overlay>;

/** Reads an overlay. `where` names the file in errors. Throws `bad_overlay`. */
export function parseOverlay(text: string, where: string): Overlay {
  let value: unknown;
  try {
    value = parseText(text).value;
  } catch (cause) {
    throw bad(where, cause instanceof Error ? cause.message : 'it cannot be read', cause);
  }
  const parsed = Overlay.safeParse(value);
  if (!parsed.success) throw bad(where, issueText(parsed.error));
  return parsed.data;
}

function bad(where: string, why: string, cause?: unknown): RequestError {
  return new RequestError(
    'bad_overlay',
    `${where} is not an OpenAPI Overlay: ${why}`,
    'An overlay has `overlay: 1.0.0`, `info`, and `actions` with a JSONPath `target` and `update` or `remove: true`',
    { cause },
  );
}
