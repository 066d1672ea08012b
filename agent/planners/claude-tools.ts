import { z } from 'zod';
import { type ArtifactStore, type Tool, toCausewayError, truncate } from '../../tools/core/index.ts';
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

/** What the model reads as the result of its call. */
export interface ToolReply {
  readonly text: string;
  readonly isError: boolean;
}

export interface ClaudeTools {
  readonly definitions: readonly ToolDefinition[];
  /** Runs one call as a step; a wrong call is an error that the model can mend. */
  call(at: string, name: string, input: JsonValue): Promise<ToolReply>;
  submitted(): Submission | null;
  /** What the proposal of this mapping warned of, for the person. */
  warnings(mapping: string): readonly string[];
  /** Tokens that the tools themselves gave to a model. */
  modelTokens(): number;
}

/** Nothing with an effect outside is offered: a pull request needs a person's yes. */
const offered: readonly Tool[] = [fetchSpec, inferSchema, proposeMapping, readArtifact];

export function claudeTools(
  steps: Steps,
  artifacts: ArtifactStore,
  mayFetch: (spec: string) => boolean,
): ClaudeTools {
  let submission: Submission | null = null;
  let modelTokens = 0;
  const warnings = new Map<string, readonly string[]>();
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
          return wrong(`submit_mapping cannot use its arguments: ${z.prettifyError(parsed.error)}`);
        try {
          await artifacts.get('mapping', parsed.data.mapping);
        } catch (thrown) {
          return wrong(toCausewayError(thrown).message);
        }
        submission = parsed.data;
        return { text: 'Submitted.', isError: false };
      }
      const tool = offered.find((candidate) => candidate.name === name);
      if (tool === undefined)
        return wrong(
          `There is no tool ${name}. Use one of: ${offered.map((known) => known.name).join(', ')}, submit_mapping`,
        );
      const refused = refusedFile(name, input, mayFetch);
      if (refused !== null) return wrong(refused);
      const attempt = await steps.attempt(`${name} (${at})`, tool, input);
      if (!attempt.ok) return wrong(`${attempt.error.code}: ${attempt.error.message}. ${attempt.error.hint}`);
      if (tool === proposeMapping) {
        const proposed = proposeMapping.output.parse(attempt.output);
        modelTokens += proposed.modelTokens;
        warnings.set(proposed.mapping, proposed.warnings);
      }
      return { text: truncate(JSON.stringify(attempt.output)), isError: false };
    },
    submitted: () => submission,
    warnings: (mapping) => warnings.get(mapping) ?? [],
    modelTokens: () => modelTokens,
  };
}

/** Why a call is not made for a model though its arguments are right; null when it is. */
function refusedFile(name: string, input: JsonValue, mayFetch: (spec: string) => boolean): string | null {
  if (typeof input !== 'object' || input === null) return null;
  const named = input as { readonly spec?: JsonValue; readonly samples?: JsonValue };
  if (name === 'infer_schema' && named.samples !== undefined)
    return 'not_allowed: samples are named by the person only.';
  if (name !== 'fetch_spec' || typeof named.spec !== 'string' || mayFetch(named.spec)) return null;
  return 'not_allowed: fetch_spec takes a catalog name, or a SPEC that the person gave.';
}

function wrong(text: string): ToolReply {
  return { text, isError: true };
}

function jsonSchema(schema: z.ZodType): Record<string, unknown> {
  return z.toJSONSchema(schema, { io: 'input' });
}
