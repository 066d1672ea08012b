import { z } from 'zod';
import { defineTool, kindOfId } from '../core/index.ts';
import { locate } from './locate.ts';
import { pageOf } from './page-of.ts';

/** Looks into an artifact without ever showing all of it at once. */
export const readArtifact = defineTool({
  name: 'read_artifact',
  title: 'Read part of an artifact',
  description:
    'Shows the value at a path of an artifact (spec_…, schema_…, mapping_…, connector_…, report_…, pr_…): long lists, objects and texts come a page at a time.',
  input: z.strictObject({
    id: z.string().min(1).max(200).describe('Id that another tool answered'),
    path: z
      .string()
      .max(2_000)
      .default('')
      .describe('JSON pointer (/fields/0) or dot path (fields.0.path); left out: the whole'),
    offset: z.int().nonnegative().default(0).describe('Entries (of a text: characters) to skip'),
    limit: z.int().positive().max(200).default(50).describe('Most entries to show'),
  }),
  output: z.strictObject({
    id: z.string(),
    kind: z.string(),
    path: z.string(),
    type: z.enum(['object', 'array', 'string', 'number', 'boolean', 'null']),
    value: z.json(),
    /** Entries, or characters of a text; 1 for other values. */
    total: z.int(),
    /** Offset of the next page; null at the end. */
    next: z.int().nullable(),
  }),
  effects: 'read-only',
  async run({ id, path, offset, limit }, context) {
    const whole = await context.artifacts.read(id);
    const page = pageOf(locate(whole, path, id), offset, limit);
    const range =
      page.next === null ? '' : ` (${offset} to ${page.next - 1}; go on with offset ${page.next})`;
    return {
      text: `${id}${path === '' ? '' : ` at ${path}`}: ${page.type}, ${page.total} in total${range}\n${JSON.stringify(page.value)}`,
      output: { id, kind: kindOfId(id) ?? '', path, ...page },
    };
  },
});
