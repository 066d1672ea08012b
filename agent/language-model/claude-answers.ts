import type Anthropic from '@anthropic-ai/sdk';
import { zodOutputFormat } from '@anthropic-ai/sdk/helpers/zod';
import type { LanguageModel } from '../../tools/core/index.ts';
import { modelFailed } from './model-failed.ts';

/** Claude's structured outputs: one message there, JSON of the wanted form back. */
export function claudeAnswers(client: Anthropic, model: string): LanguageModel {
  return {
    async answer({ instructions, data, form, maxTokens, signal }) {
      let message: Anthropic.Message;
      try {
        // Not `parse`: an answer in another form has cost its tokens too, and they are to be counted.
        message = await client.messages.create(
          {
            model,
            max_tokens: maxTokens,
            system: instructions,
            messages: [{ role: 'user', content: `<data>\n${data}\n</data>` }],
            output_config: { format: zodOutputFormat(form) },
          },
          { signal },
        );
      } catch (cause) {
        if (signal.aborted) throw cause;
        throw modelFailed(cause);
      }
      const { content, stop_reason: reason, usage } = message;
      return {
        text: content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join(''),
        tokens: usage.input_tokens + usage.output_tokens,
        ending: endings.get(reason) ?? 'complete',
      };
    },
  };
}

const endings = new Map<Anthropic.StopReason | null, 'refused' | 'cut'>([
  ['refusal', 'refused'],
  ['max_tokens', 'cut'],
  ['model_context_window_exceeded', 'cut'],
]);
