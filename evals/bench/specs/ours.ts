import { testContext } from '../../../tools/core/__fixtures__/test-context.ts';
import { fetchSpec } from '../../../tools/fetch-spec/index.ts';
import { inferSchema } from '../../../tools/infer-schema/index.ts';

/** `causeway inspect FILE --entity E` without the terminal: both tools, with the artifact store between them. */
export async function readOurs(file: string, entity: string): Promise<string> {
  const context = testContext({ cwd: '/' });
  const { output } = await fetchSpec.run({ spec: file }, context);
  const inferred = await inferSchema.run({ spec: output.spec, entity }, context);
  return `${output.entities.length} record types, ${inferred.output.fieldCount} fields of ${entity}`;
}
