import { z } from 'zod';
import { defineTool } from '../core/index.ts';
import { assistedMapping } from './assisted-mapping.ts';
import { readIgnoreFiles } from './ignore/read-ignore-files.ts';
import { rankFields } from './rank-fields.ts';
import { shippedModel } from './score/model.ts';

const Output = z.strictObject({
  mapping: z.string().describe('Id of the mapping, for review_mapping, generate_code and read_artifact'),
  rows: z.int(),
  open: z.int().describe('Rows that wait for a yes'),
  matchKeys: z.array(z.strictObject({ source: z.string(), target: z.string(), confidence: z.number() })),
  unmappedRequired: z.array(
    z.strictObject({ target: z.string(), why: z.string(), candidates: z.array(z.string()) }),
  ),
  unmappedTargets: z.int(),
  incompatibilities: z.int(),
  fit: z.number().describe('How well the two records fit, 0..1; for choosing between target entities'),
  modelTokens: z.int().describe('Tokens of a model that was asked about doubtful rows; 0 without one'),
  warnings: z.array(z.string()),
});

/** Two schemas → a Mapping artifact with confidence, evidence and alternatives per row. */
export const proposeMapping = defineTool({
  name: 'propose_mapping',
  title: 'Propose a field mapping',
  description:
    'Proposes which source field feeds each target field, with a confidence, evidence and alternatives per row; lists required targets without a source and everything that does not fit.',
  input: z.strictObject({
    source: z.string().describe('Schema id of the record to read (schema_…), from infer_schema'),
    target: z.string().describe('Schema id of the record to write (schema_…), from infer_schema'),
    ignore: z
      .array(z.string().min(1).max(500))
      .max(200)
      .optional()
      .describe('Paths of either record to leave alone; * stands for any letters'),
  }),
  output: Output,
  effects: 'writes',
  async run({ source: sourceId, target: targetId, ignore = [] }, context) {
    const { artifacts, memory, cwd, signal, model = null } = context;
    const source = await artifacts.get('schema', sourceId);
    const target = await artifacts.get('schema', targetId);
    const ranked = rankFields(source, target, shippedModel, memory.recall(source.system, target.system), [
      ...(await readIgnoreFiles(cwd, signal)),
      { '*': ignore },
    ]);
    const { mapping, fit, asked, tokens, warning } = await assistedMapping(ranked, model, signal);
    const id = await artifacts.put('mapping', {
      source: { system: source.system, entity: source.name, schema: sourceId },
      target: { system: target.system, entity: target.name, schema: targetId },
      ...mapping,
    });
    const missing = mapping.unmappedRequired.map((one) => one.target);
    return {
      text: [
        `${source.system} ${source.name} → ${target.system} ${target.name}: ${mapping.rows.length} rows proposed, fit ${fit}.`,
        missing.length > 0
          ? `Required without a source: ${missing.join(', ')}.`
          : 'Every required field has a source.',
        `${mapping.incompatibilities.length} incompatibilities. Mapping ${id}.`,
        ...(asked > 0 ? [`A model was asked about ${asked} doubtful rows (${tokens} tokens).`] : []),
        ...(warning === null ? [] : [`${warning}.`]),
      ].join(' '),
      output: {
        mapping: id,
        rows: mapping.rows.length,
        open: mapping.rows.length,
        matchKeys: mapping.matchKeys,
        unmappedRequired: mapping.unmappedRequired,
        unmappedTargets: mapping.unmappedTargets.length,
        incompatibilities: mapping.incompatibilities.length,
        fit,
        modelTokens: tokens,
        warnings: warning === null ? [] : [warning],
      },
    };
  },
});
