import { z } from 'zod';
import { type ArtifactStore, RequestError, type Tool, truncate } from '../../tools/core/index.ts';
import { fetchSpec } from '../../tools/fetch-spec/index.ts';
import { inferSchema } from '../../tools/infer-schema/index.ts';
import { proposeMapping } from '../../tools/propose-mapping/index.ts';
import { readArtifact } from '../../tools/read-artifact/index.ts';
import type { JsonValue } from '../jobs/json-value.ts';
import type { Steps } from '../steps.ts';
import type { ToolDefinition } from './model.ts';

export const Submission = z.strictObject({
  mapping: z.string(),
  notes: z.array(z.string().max(500)).max(20),
});
export type Submission = z.infer<typeof Submission>;

export interface ClaudeTools {
  readonly definitions: readonly ToolDefinition[];
  /** Runs one call as a step; the answer is what the model reads. Throws the CausewayError of a failed call. */
  call(at: string, name: string, input: JsonValue): Promise<string>;
  submitted(): Submission | null;
}

/** Nothing with an effect outside is offered: a pull request needs a person's yes. */
const offered: readonly Tool[] = [fetchSpec, inferSchema, proposeMapping, readArtifact];

export function claudeTools(steps: Steps, artifacts: ArtifactStore): ClaudeTools {
  let submission: Submission | null = null;
  return {
    definitions: [
      ...offered.map((tool) => ({
        name: tool.name,
        description: tool.description,
        inputSchema: jsonSchema(tool.input),
      })),
      {
        name: 'submit_mapping',
        description: 'Ends the planning with the mapping that the person shall review.',
        inputSchema: jsonSchema(Submission),
      },
    ],
    async call(at, name, input) {
      if (name === 'submit_mapping') {
        const parsed = Submission.safeParse(input);
        if (!parsed.success)
          throw new RequestError(
            'bad_argument',
            `submit_mapping cannot use its arguments: ${z.prettifyError(parsed.error)}`,
            'Correct them and call again',
          );
        // Refused here when it is not a mapping of this run's store, so that the model can mend it.
        await artifacts.get('mapping', parsed.data.mapping);
        submission = parsed.data;
        return 'Submitted.';
      }
      const tool = offered.find((candidate) => candidate.name === name);
      if (tool === undefined)
        throw new RequestError(
          'unknown_tool',
          `There is no tool ${name}`,
          `Use one of: ${offered.map((known) => known.name).join(', ')}, submit_mapping`,
        );
      return truncate(JSON.stringify(await steps.call(`${name} (${at})`, tool, input)));
    },
    submitted: () => submission,
  };
}

function jsonSchema(schema: z.ZodType): Record<string, unknown> {
  return z.toJSONSchema(schema, { io: 'input' });
}
