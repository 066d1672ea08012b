import type Anthropic from '@anthropic-ai/sdk';
import type { JsonValue } from '../jobs/json-value.ts';
import { modelFailed } from '../language-model/model-failed.ts';
import type { Model, ModelReply, Turn } from './model.ts';

const maxTokens = 4096;

/** Claude through the Messages API, whole history each turn (so that a replayed run is the same conversation). */
export function anthropicModel(client: Anthropic, model: string): Model {
  return {
    async next({ system, turns, tools, signal }): Promise<ModelReply> {
      try {
        const message = await client.messages.create(
          {
            model,
            max_tokens: maxTokens,
            system,
            messages: turns.map(toMessage),
            tools: tools.map(({ name, description, inputSchema }) => ({
              name,
              description,
              input_schema: inputSchema as Anthropic.Tool.InputSchema,
            })),
          },
          { signal },
        );
        return {
          content: message.content.flatMap(fromBlock),
          tokens: message.usage.input_tokens + message.usage.output_tokens,
        };
      } catch (cause) {
        if (signal.aborted) throw cause;
        throw modelFailed(cause);
      }
    },
  };
}

function toMessage(turn: Turn): Anthropic.MessageParam {
  // The SDK's types want mutable arrays; the content is the same.
  return {
    role: turn.role,
    content: turn.content.map((block) => ({ ...block })) as Anthropic.ContentBlockParam[],
  };
}

function fromBlock(block: Anthropic.ContentBlock): ModelReply['content'] {
  if (block.type === 'text') return [{ type: 'text', text: block.text }];
  if (block.type === 'tool_use')
    return [{ type: 'tool_use', id: block.id, name: block.name, input: block.input as JsonValue }];
  return [];
}
