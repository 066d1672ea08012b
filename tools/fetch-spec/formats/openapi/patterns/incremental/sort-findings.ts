import type { Finding } from '../../../../../model/index.ts';
import { plainName } from '../name-words.ts';
import { type Input, parameterInputs } from '../request-properties.ts';
import type { Survey } from '../survey.ts';

const sortName = /^(?:sort|sortby|sortfield|sortkey|orderby|order|ordering|sorting|orderfield)$/;
const changed =
  /\b(?:last.?)?(?:updated|modified|edited)(?:[\s_]?(?:at|on|date|time|datetime|utc))?\b|\b(?:update|modification)[\s_]?(?:time|date)\b/i;

/** Lists that can be sorted by when the records were last changed, so that reading can stop at the known ones. */
export function sortFindings({ reader, calls }: Survey): Finding[] {
  const found = new Map<string, { finding: Finding; count: number }>();
  for (const call of calls) {
    if (call.method !== 'GET') continue;
    for (const input of parameterInputs(call)) {
      if (input.in !== 'query' || !sortName.test(plainName(input.name))) continue;
      const known = found.get(input.name);
      if (known !== undefined) known.count += 1;
      const value = updatedValue(input);
      if (known !== undefined || value === undefined) continue;
      const finding = {
        kind: 'sort-by-updated',
        detail: { parameter: input.name, value: value.text },
        evidence: `parameter ${input.name} at ${call.at}`,
        confidence: value.declared ? 0.65 : 0.55,
      };
      found.set(input.name, { finding, count: 1 });
    }
  }
  return [...found.values()].toSorted((a, b) => b.count - a.count).map(({ finding }) => finding);

  function updatedValue({ schema, description }: Input): { text: string; declared: boolean } | undefined {
    const shape = schema === undefined ? undefined : reader.shape(schema);
    const values = [...(shape?.enum ?? []), shape?.keywords['default']];
    const declared = values.find((value) => typeof value === 'string' && changed.test(value.slice(0, 100)));
    if (typeof declared === 'string') return { text: declared.slice(0, 100), declared: true };
    const text = changed.exec(description)?.[0];
    return text === undefined ? undefined : { text, declared: false };
  }
}
