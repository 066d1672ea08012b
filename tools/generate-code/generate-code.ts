import { z } from 'zod';
import { defineTool } from '../core/index.ts';
import { generate } from './generate-connector.ts';
import { refuseOpen } from './plan/refuse-open.ts';

const Output = z.strictObject({
  connector: z.string().describe('Id of the generated folder, for run_tests, open_pr and read_artifact'),
  name: z.string().describe("The folder's name"),
  files: z.array(z.string()),
  operations: z.array(z.string()).describe('API operations that the connector calls'),
  warnings: z.array(z.string()).describe('What could not become code, and what a reviewer must know'),
});

/** Generates the connector for the rows of a mapping that were decided. */
export const generateCode = defineTool({
  name: 'generate_code',
  title: 'Generate a connector',
  description:
    'Generates a TypeScript connector from a reviewed mapping: clients, transform, sync, tests and documentation. Only approved or edited rows become code. Refuses when a required target field has no decided source, naming it and its candidates, unless acceptOpen is given.',
  input: z.strictObject({
    mapping: z.string().describe('Id that propose_mapping or review_mapping answered (mapping_…)'),
    acceptOpen: z
      .boolean()
      .default(false)
      .describe('Generate although required target fields are open; they are listed in the README'),
  }),
  output: Output,
  effects: 'writes',
  async run({ mapping: mappingId, acceptOpen }, { artifacts, signal }) {
    const mapping = await artifacts.get('mapping', mappingId);
    const [source, target] = await Promise.all([
      artifacts.get('schema', mapping.source.schema),
      artifacts.get('schema', mapping.target.schema),
    ]);
    if (!acceptOpen) refuseOpen(mapping, target);
    const { connector, operations, warnings } = await generate({ mapping, mappingId, source, target });
    signal.throwIfAborted();
    const id = await artifacts.put('connector', connector);
    const files = connector.files.map(({ path }) => path);
    const notes = warnings.map((warning) => `\n- ${warning}`).join('');
    return {
      text: `${connector.name}: ${files.length} files, calls ${operations.join(', ')}. Connector ${id}.${notes}`,
      output: {
        connector: id,
        name: connector.name,
        files,
        operations: [...operations],
        warnings: [...warnings],
      },
    };
  },
});
