import { configuredModel } from '../../agent/index.ts';
import { type LanguageModel, readConfig } from '../../tools/core/index.ts';
import { assistedMapping, rankAll, rankFields, weighed } from '../../tools/propose-mapping/index.ts';
import { toEntity } from '../dataset/to-entity.ts';
import { predictionOf } from './causeway.ts';
import type { Matcher } from './matcher.ts';

/** The product's matcher helped on the doubtful rows by the model of ANTHROPIC_API_KEY. */
export const assisted: Matcher = assistedBy(() => configuredModel(readConfig(process.env).anthropic));

/** The same with another model; it is opened when the first case comes. */
export function assistedBy(open: () => LanguageModel | null): Matcher {
  let model: LanguageModel | null | undefined;
  let asked = 0;
  let tokens = 0;
  let unanswered = 0;
  return {
    name: 'assisted',
    notRun: ({ ANTHROPIC_API_KEY: key }) => (key === undefined || key === '' ? 'no ANTHROPIC_API_KEY' : null),
    async predict(mappingCase) {
      model ??= open();
      const source = toEntity(mappingCase.source);
      const target = toEntity(mappingCase.target);
      const ranked = rankFields(source, target);
      const mapping = await assistedMapping(ranked, model, new AbortController().signal);
      asked += mapping.asked;
      tokens += mapping.tokens;
      if (mapping.warning !== null) unanswered += 1;
      return predictionOf(mapping, weighed(rankAll(source, target), mapping.verdicts));
    },
    remarks: () => [
      `${asked} doubtful rows were asked about, for ${tokens} tokens; ${unanswered} cases had questions without an answer`,
    ],
  };
}
