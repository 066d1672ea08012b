import { z } from 'zod';
import { defineTool } from '../core/index.ts';
import { applyReview } from './apply-review.ts';
import { Decision, MatchKeyChoice } from './decision.ts';

const Output = z.strictObject({
  mapping: z.string().describe('Id of the reviewed mapping'),
  rows: z.int(),
  approved: z.int().describe('Rows that will be in the code: approved or edited'),
  open: z.array(z.string()).describe('Target fields whose rows nobody has decided'),
  rejected: z.int(),
});

/** Decisions of a person, or a threshold, → a new Mapping artifact. */
export const reviewMapping = defineTool({
  name: 'review_mapping',
  title: 'Review a mapping',
  description:
    'Approves, edits or rejects rows of a mapping, approves all rows at or above a confidence threshold, or chooses the fields by which the same record is found, and answers the new mapping. The given mapping stays as it is.',
  input: z.strictObject({
    mapping: z.string().describe('Id that propose_mapping or review_mapping answered (mapping_…)'),
    decisions: z.array(Decision).default([]),
    threshold: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe('Approves proposed rows whose confidence is at least this; decisions win'),
    matchKeys: z
      .array(MatchKeyChoice)
      .optional()
      .describe('By which fields the same record is found, the surest first; left out: as proposed'),
  }),
  output: Output,
  effects: 'writes',
  async run({ mapping: mappingId, decisions, threshold, matchKeys }, { artifacts }) {
    const mapping = await artifacts.get('mapping', mappingId);
    const source = await artifacts.get('schema', mapping.source.schema);
    const target = await artifacts.get('schema', mapping.target.schema);
    const reviewed = applyReview(mapping, source, target, {
      decisions,
      threshold: threshold ?? null,
      matchKeys: matchKeys ?? null,
    });
    const id = await artifacts.put('mapping', reviewed);
    const count = (...wanted: string[]) =>
      reviewed.rows.filter(({ status }) => wanted.includes(status)).length;
    const open = reviewed.rows.filter(({ status }) => status === 'proposed').map((row) => row.target);
    const approved = count('approved', 'edited');
    const rejected = count('rejected');
    return {
      text: `${approved} of ${reviewed.rows.length} rows approved, ${rejected} rejected, ${open.length} open${open.length > 0 ? `: ${open.slice(0, 12).join(', ')}` : ''}. Mapping ${id}.`,
      output: { mapping: id, rows: reviewed.rows.length, approved, open, rejected },
    };
  },
});
