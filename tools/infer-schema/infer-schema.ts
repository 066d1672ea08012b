import { z } from 'zod';
import { defineTool, type ToolContext } from '../core/index.ts';
import { type ApiDescription, type Entity, Warning } from '../model/index.ts';
import { chooseEntity } from './choose-entity.ts';
import { describeEntity } from './describe-entity.ts';
import { loadDescription } from './load-description.ts';
import { belongsTo } from './metadata/belongs-to.ts';
import { addLiveMetadata } from './metadata/live-metadata.ts';
import { mergeMetadata } from './metadata/merge-metadata.ts';
import { readMetadataFile } from './metadata/read-metadata-file.ts';
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
    metadata: z
      .string()
      .min(1)
      .optional()
      .describe(
        "Path of a file with the account's own field metadata: HubSpot properties, a Salesforce describe, …",
      ),
    samples: z
      .string()
      .min(1)
      .optional()
      .describe('Path of a file with sample records: JSON list, JSON lines or CSV'),
  }),
  output: Output,
  effects: 'writes',
  async run({ spec, entity: wanted, metadata, samples }, context) {
    const description = await loadDescription(spec, context.artifacts);
    const summary = chooseEntity(description, wanted);
    const described = await withMetadata(
      describeEntity(description, summary),
      metadata,
      description,
      context,
    );
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

/** The second source of a schema: what the account itself says of its fields, from a file or fetched from it. */
async function withMetadata(
  entity: Entity,
  path: string | undefined,
  description: ApiDescription,
  context: ToolContext,
): Promise<Entity> {
  if (path === undefined) return addLiveMetadata(entity, description, context);
  const metadata = await readMetadataFile(path, entity, context);
  const { merge, warnings } = belongsTo(entity, metadata, path);
  const warned = { ...entity, warnings: [...entity.warnings, ...warnings] };
  return merge ? mergeMetadata(warned, metadata, path) : warned;
}

async function withSamples(entity: Entity, path: string, context: ToolContext): Promise<Entity> {
  return mergeSamples(entity, await readSamples(path, context));
}
