import type { Finding } from '../../../../../model/index.ts';
import type { HttpCall } from '../../http-call.ts';
import { callNames } from '../evidence.ts';
import { plainName } from '../name-words.ts';
import { type Input, parameterInputs } from '../request-properties.ts';
import type { Survey } from '../survey.ts';
import { stampOf } from './stamp-of-entity.ts';

const alwaysLanguage = /^(?:jql|soql|cql|where|odatafilter)$/;
const maybeLanguage = /^(?:filter|filters|query|q|search|searchquery|criteria|condition|sysparmquery)$/;
const saysLanguage =
  /filter(?:ing)? (?:expression|statement|criteria|language|syntax|query)|\boperators?\b|query language|\bjql\b|\bsoql\b|\bodata\b|encoded query|where clause|filter statement|filter by an? (?:any )?(?:element|field)/i;

/** Lists with a filter language over records that hold when they were last changed. */
export function searchFindings(survey: Survey): Finding[] {
  const filtered = survey.calls.flatMap((call) => {
    const filter = call.method === 'GET' ? parameterInputs(call).find(isLanguage) : undefined;
    return filter === undefined ? [] : [{ call, filter: filter.name }];
  });
  if (filtered.length === 0) return [];
  const stamps = new Map<string, string>();
  for (const entity of survey.entities.slice(0, 2_000)) {
    const stamp = stampOf(survey.reader, entity);
    for (const { at } of Object.values(entity.operations)) if (stamp !== undefined) stamps.set(at, stamp);
  }
  const found = new Map<string, { calls: HttpCall[]; stamp: string | undefined }>();
  for (const { call, filter } of filtered) {
    const stamp = stamps.get(call.at);
    // These two languages always have one.
    if (stamp === undefined && !/^(?:jql|soql)$/i.test(filter)) continue;
    const known = found.get(filter);
    if (known === undefined) found.set(filter, { calls: [call], stamp });
    else known.calls.push(call);
  }
  return [...found]
    .toSorted((a, b) => b[1].calls.length - a[1].calls.length)
    .map(([parameter, { calls, stamp }]) => ({
      kind: 'search-filter',
      detail: { parameter, field: stamp ?? 'updated', calls: callNames(calls, 5) },
      evidence: `parameter ${parameter} at ${calls[0]?.at ?? ''}, whose records have ${stamp ?? 'a stamp'}`,
      confidence: 0.65,
    }));
}

function isLanguage({ name, in: place, description, type }: Input): boolean {
  if (place !== 'query') return false;
  const plain = plainName(name);
  if (alwaysLanguage.test(plain) || name === '$filter') return true;
  return maybeLanguage.test(plain) && type !== 'array' && saysLanguage.test(description);
}
