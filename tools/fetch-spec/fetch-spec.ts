import { z } from 'zod';
import { defineTool } from '../core/index.ts';
import {
  type ApiDescription,
  EntitySummary,
  Operation,
  OperationKind,
  Patterns,
  Warning,
} from '../model/index.ts';
import { readDescription } from './read-description.ts';

const Call = Operation.pick({ id: true, method: true, path: true });

const Output = z.strictObject({
  spec: z.string().describe('Id of the description, for infer_schema and read_artifact'),
  system: z.string(),
  title: z.string(),
  version: z.string(),
  format: z.string(),
  warnings: z.array(Warning),
  entities: z.array(
    EntitySummary.pick({ name: true, label: true, fieldCount: true }).extend({
      operations: z.partialRecord(OperationKind, Call),
    }),
  ),
  patterns: Patterns,
});

/** Reads a description and answers what can be done with it; the whole stays in the artifact. */
export const fetchSpec = defineTool({
  name: 'fetch_spec',
  title: 'Read an API description',
  description:
    'Reads the description of an API by catalog name (hubspot, netsuite, …), file path or URL (OpenAPI, Swagger, GraphQL, OData, WSDL, Postman, protobuf, Avro, HAR, samples, documentation pages, …), and lists its record types with their operations and the patterns seen (auth, pagination, rate limits, …). Use it first, then infer_schema.',
  input: z.strictObject({
    spec: z
      .string()
      .min(1)
      .max(2_000)
      .describe(
        'Catalog name, path or URL of a description; for a file of samples, FILE#entity names the record',
      ),
    overlay: z
      .string()
      .min(1)
      .optional()
      .describe('Path of an OpenAPI Overlay that corrects the description'),
  }),
  output: Output,
  effects: 'writes',
  async run({ spec, overlay }, context) {
    const description = await readDescription({ spec, overlay: overlay ?? null }, context);
    const id = await context.artifacts.put('spec', description);
    const { system, title, version, format, warnings, patterns } = description;
    const entities = description.entities.map(summarise);
    const names = entities.slice(0, 12).map((entity) => entity.name);
    const more = entities.length > names.length ? ` and ${entities.length - names.length} more` : '';
    return {
      text: `${title} ${version} (${format}): ${entities.length} record types: ${names.join(', ')}${more}. Description ${id}.`,
      output: { spec: id, system, title, version, format, warnings, entities, patterns },
    };
  },
});

function summarise({ name, label, fieldCount, operations }: ApiDescription['entities'][number]) {
  const calls = Object.entries(operations).map(([kind, { id, method, path }]) => [
    kind,
    { id, method, path },
  ]);
  return { name, label, fieldCount, operations: Object.fromEntries(calls) };
}
