import type { Config, LanguageModel } from '../../tools/core/index.ts';

/** The model that ANTHROPIC_API_KEY, ANTHROPIC_BASE_URL and CAUSEWAY_MODEL name; null without a key. */
export function configuredModel(settings: Config['anthropic']): LanguageModel | null {
  const { apiKey, model } = settings;
  if (apiKey === null) return null;
  let ready: Promise<LanguageModel> | undefined;
  return {
    async answer(question) {
      // Loaded when asked for: most calls need no model.
      ready ??= Promise.all([import('./anthropic-client.ts'), import('./claude-answers.ts')]).then(
        ([{ anthropicClient }, { claudeAnswers }]) => claudeAnswers(anthropicClient(settings, apiKey), model),
      );
      return (await ready).answer(question);
    },
  };
}
