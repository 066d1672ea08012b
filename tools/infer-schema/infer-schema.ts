import { z } from 'zod';
import { defineTool, type ToolContext } from '../core/index.ts';
import { type Entity, Warning } from '../model/index.ts';
import { chooseEntity } from './choose-entity.ts';
import { describeEntity } from './describe-entity.ts';
import { loadDescription } from './load-description.ts';
import { mergeSamples } from './samples/merge-samples.ts';
import { readSamples } from './samples/read-samples.ts';

const Output = z.strictObject({
  schema: z.string().describe('Id of the record schema, for propose_mapping and read_artifact'),
  system: z.string(),
  entity: z.string(),
  label: z.string(),
  idField: z.string().nullable(),
  fieldCount: z.int(),
  writable: z.int().describe('How many fields a caller may set'),
  required: z.array(z.string()).describe('Paths that must be present when a record is created'),
  warnings: z.array(Warning),
});

/** Projects one record type of a description into an Entity. */
export const inferSchema = defineTool({
  name: 'infer_schema',
  title: 'Infer a record schema',
  description:
    'Reads the fields of one record type from a description made by fetch_spec: types, formats, what is required or read-only, enum values, references. Samples of real records may be added.',
  input: z.strictObject({
    spec: z.string().describe('Id that fetch_spec answered (spec_…)'),
    entity: z
      .string()
      .min(1)
      .max(300)
      .optional()
      .describe('Record type; may be left out when there is only one'),
    samples: z.string().min(1).optional().describe('Path of a JSON or JSON-lines file with sample records'),
  }),
  output: Output,
  effects: 'writes',
  async run({ spec, entity: wanted, samples }, context) {
    const description = await loadDescription(spec, context.artifacts);
    const summary = chooseEntity(description, wanted);
    const described = describeEntity(description, summary);
    const entity = samples === undefined ? described : await withSamples(described, samples, context);
    const id = await context.artifacts.put('schema', entity);
    const required = entity.fields.filter((field) => field.required).map((field) => field.path);
    const writable = entity.fields.filter((field) => !field.readOnly).length;
    return {
      text: `${entity.system} ${entity.name}: ${entity.fields.length} fields, ${writable} writable, ${required.length} required${required.length > 0 ? ` (${required.slice(0, 10).join(', ')})` : ''}. Schema ${id}.`,
      output: {
        schema: id,
        system: entity.system,
        entity: entity.name,
        label: entity.label,
        idField: entity.idField,
        fieldCount: entity.fields.length,
        writable,
        required,
        warnings: entity.warnings,
      },
    };
  },
});

async function withSamples(entity: Entity, path: string, context: ToolContext): Promise<Entity> {
  const { records, warnings } = await readSamples(path, context);
  const merged = mergeSamples(entity, records);
  return { ...merged, warnings: [...merged.warnings, ...warnings] };
}
