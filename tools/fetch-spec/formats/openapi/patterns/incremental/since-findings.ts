import type { Finding } from '../../../../../model/index.ts';
import type { HttpCall } from '../../http-call.ts';
import { callNames } from '../evidence.ts';
import { bodyInputs, type Input, parameterInputs } from '../request-properties.ts';
import { isSearch } from '../searches.ts';
import type { Survey } from '../survey.ts';
import { isSince, statedFormat } from './since-parameter.ts';

interface Found {
  readonly input: Input;
  readonly format: ReturnType<typeof statedFormat>;
  readonly calls: HttpCall[];
}

/** Filters by the moment of the last change, as a parameter, a property of a search's body or a header. */
export function sinceFindings(survey: Survey): Finding[] {
  const found = new Map<string, Found>();
  for (const call of survey.calls) {
    for (const input of sinceInputs(survey, call)) {
      // The same name may be written one way here and another there.
      const format = statedFormat(survey.reader, input);
      const key = `${input.in} ${input.name} ${format ?? ''}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { input, format, calls: [call] });
      else known.calls.push(call);
    }
  }
  return [...found.values()]
    .toSorted((a, b) => b.calls.length - a.calls.length)
    .map((each) => findingOf(survey, each));
}

function sinceInputs(survey: Survey, call: HttpCall): Input[] {
  if (call.method === 'GET') {
    return parameterInputs(call).filter((input) =>
      input.in === 'header'
        ? /(?:^|-)modified-since$/i.test(input.name) && !/unmodified/i.test(input.name)
        : input.in === 'query' && isSince(input, call),
    );
  }
  if (!isSearch(survey, call)) return [];
  return bodyInputs(survey.reader, call).filter((input) => isSince(input, call));
}

function findingOf({ entities }: Survey, { input, format, calls }: Found): Finding {
  const places = new Set(calls.map((call) => call.at));
  const names = entities.filter(({ operations }) =>
    Object.values(operations).some((operation) => places.has(operation.at)),
  );
  const detail = { entities: names.slice(0, 20).map(({ name }) => name), calls: callNames(calls, 5) };
  const evidence = `${input.in} parameter ${input.name.slice(0, 100)} at ${calls[0]?.at ?? ''}`;
  if (input.in === 'header') {
    return {
      kind: 'modified-since-header',
      detail: { header: input.name, ...detail },
      evidence,
      confidence: 0.85,
    };
  }
  return {
    kind: 'updated-since-filter',
    detail: { parameter: input.name, in: input.in, format, ...detail },
    evidence,
    // In a unit that is not told it can be tried, not used.
    confidence: format === null ? 0.55 : /since|after|from|min|start|gt/i.test(input.name) ? 0.85 : 0.7,
  };
}
