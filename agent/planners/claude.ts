import { type Config, RequestError } from '../../tools/core/index.ts';
import { catalogNames } from '../intent/catalog-names.ts';
import { anthropicClient } from '../language-model/anthropic-client.ts';
import { isAllowedSpec } from './allowed-spec.ts';
import { anthropicModel } from './anthropic-model.ts';
import { claudeInstructions } from './claude-instructions.ts';
import { claudeTools } from './claude-tools.ts';
import type { Model, ToolResultBlock, Turn } from './model.ts';
import type { Draft, Planner, PlannerInput } from './planner.ts';

/** A draft needs about eight turns; more means the model is going round in circles. */
const mostTurns = 24;

/** The Claude planner on the public API, or on `ANTHROPIC_BASE_URL`. */
export function claudePlanner(settings: Config['anthropic'], apiKey: string): Planner {
  const client = anthropicClient(settings, apiKey);
  return { name: 'claude', draft: (input) => draftWith(anthropicModel(client, settings.model), input) };
}

/**
 * The agent loop: the model asks for tools, each call is a step, errors go back to it, until it submits a mapping.
 * Every turn is a step as well, so a run that was killed goes on without asking the model again.
 */
async function draftWith(
  model: Model,
  { request, steps, artifacts, signal, cwd }: PlannerInput,
): Promise<Draft> {
  const systems = await catalogNames(cwd);
  const offered = claudeTools(steps, artifacts, (spec) => isAllowedSpec(spec, request, systems));
  const turns: Turn[] = [
    { role: 'user', content: [{ type: 'text', text: `The person asks: ${JSON.stringify(request)}` }] },
  ];
  let modelTokens = 0;
  for (let round = 1; round <= mostTurns; round++) {
    const reply = await steps.run(`claude turn ${round}`, async () => {
      const answer = await model.next({
        system: claudeInstructions,
        turns,
        tools: offered.definitions,
        signal,
      });
      return { text: summary(answer.content), value: answer };
    });
    modelTokens += reply.tokens;
    turns.push({ role: 'assistant', content: reply.content });
    const calls = reply.content.filter((block) => block.type === 'tool_use');
    if (calls.length === 0) throw gaveUp(reply.content);
    const results: ToolResultBlock[] = [];
    for (const [index, call] of calls.entries()) {
      const { text, isError } = await offered.call(`${round}.${index + 1}`, call.name, call.input);
      results.push({ type: 'tool_result', tool_use_id: call.id, content: text, is_error: isError });
    }
    turns.push({ role: 'user', content: results });
    const submitted = offered.submitted();
    if (submitted !== null) {
      const { source, target } = await artifacts.get('mapping', submitted.mapping);
      return {
        source,
        target,
        mapping: submitted.mapping,
        notes: [...submitted.notes, ...offered.warnings(submitted.mapping)],
        questions: [],
        modelTokens: modelTokens + offered.modelTokens(),
      };
    }
  }
  throw gaveUp([]);
}

/** A loop that ends without a mapping ends in words, never in silence. */
function gaveUp(content: Turn['content']): RequestError {
  const said = content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join(' ');
  const why = said === '' ? ` within ${mostTurns} turns` : `: ${said.slice(0, 500)}`;
  return new RequestError(
    'planner_gave_up',
    `Claude proposed no mapping${why}`,
    'Say more precisely which records go where, or use --planner deterministic',
  );
}

function summary(content: Turn['content']): string {
  const calls = content.flatMap((block) => (block.type === 'tool_use' ? [block.name] : []));
  return calls.length === 0 ? 'answers' : `asks for ${calls.join(', ')}`;
}
