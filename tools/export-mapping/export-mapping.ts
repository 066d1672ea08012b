import { z } from 'zod';
import { defineTool } from '../core/index.ts';
import { toCsv } from './csv.ts';
import { toMarkdown } from './markdown.ts';
import { toSssom } from './sssom.ts';

export const exportFormats = ['sssom', 'csv', 'markdown'] as const;
const writers = { sssom: toSssom, csv: toCsv, markdown: toMarkdown };

/** A Mapping artifact → SSSOM TSV, CSV or Markdown. */
export const exportMapping = defineTool({
  name: 'export_mapping',
  title: 'Export a mapping',
  description:
    'Writes a mapping as SSSOM TSV (the exchange standard for mappings), CSV (one line per row) or a Markdown table.',
  input: z.strictObject({
    mapping: z.string().describe('Id that propose_mapping or review_mapping answered (mapping_…)'),
    format: z.enum(exportFormats),
  }),
  output: z.strictObject({ format: z.enum(exportFormats), text: z.string() }),
  effects: 'read-only',
  async run({ mapping: id, format }, { artifacts }) {
    const text = writers[format]({ id, ...(await artifacts.get('mapping', id)) });
    return { text, output: { format, text } };
  },
});
