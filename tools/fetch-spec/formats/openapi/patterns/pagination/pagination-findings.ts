import type { Json } from '../../../../../core/json/json.ts';
import type { Finding } from '../../../../../model/index.ts';
import type { HttpCall } from '../../http-call.ts';
import { callNames } from '../evidence.ts';
import { plainName } from '../name-words.ts';
import { isSearch } from '../searches.ts';
import type { Survey } from '../survey.ts';
import { cursorName, limitName, offsetName, pageName } from './paging-names.ts';
import { type Paging, pagingOf } from './paging-of.ts';

interface Group {
  readonly calls: { readonly call: HttpCall; readonly paging: Paging }[];
}

/** The ways of paging of an API, the one that most of its lists use first. */
export function paginationFindings(survey: Survey): Finding[] {
  const groups = new Map<string, Group>();
  for (const call of survey.calls) {
    const paging = listPaging(survey, call);
    if (paging === undefined) continue;
    const key = `${paging.kind} ${String(paging.detail['in'] ?? '')} ${String(paging.detail['parameter'] ?? paging.detail['nextPath'] ?? '')}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { calls: [{ call, paging }] });
    else group.calls.push({ call, paging });
  }
  return [...groups.values()]
    .toSorted((a, b) => b.calls.length - a.calls.length)
    .slice(0, 8)
    .flatMap(({ calls }) => findingOf(survey, calls) ?? []);
}

/** A path that ends in a placeholder mostly reads one record; then nothing of its answer is looked at. */
function isPagingName({ name, in: place }: HttpCall['parameters'][number]): boolean {
  const plain = plainName(name);
  return (
    place === 'query' && [limitName, cursorName, pageName, offsetName].some((pattern) => pattern.test(plain))
  );
}

/** The paging of a call that lists: one with records in its answer, or with an answer that is not described. */
function listPaging(survey: Survey, call: HttpCall): Paging | undefined {
  if (call.method !== 'GET' && !isSearch(call)) return undefined;
  if (call.path.endsWith('}') && !call.parameters.some(isPagingName)) return undefined;
  const { records, scalars } = survey.answer(call);
  const shape = call.response === undefined ? undefined : survey.reader.shape(call.response.schema);
  const undescribed = shape === undefined || (shape.properties.size === 0 && shape.items === undefined);
  if (records === undefined && (!undescribed || call.method === 'POST')) {
    // A list of a kind that was not recognised still names its next page.
    const paging = pagingOf(survey.reader, call, scalars);
    return paging?.kind === 'cursor' && paging.detail['nextPath'] !== null ? paging : undefined;
  }
  return pagingOf(survey.reader, call, scalars);
}

function findingOf({ entities }: Survey, calls: Group['calls']): Finding | undefined {
  const [first] = calls;
  if (first === undefined) return undefined;
  const detail = sharedDetail(calls.map(({ paging }) => paging));
  const places = new Set(calls.map(({ call }) => call.at));
  const names = entities.filter(({ operations }) =>
    places.has(operations.list?.at ?? operations.search?.at ?? ' '),
  );
  return {
    kind: first.paging.kind,
    detail: {
      ...detail,
      lists: calls.length,
      entities: names.slice(0, 20).map(({ name }) => name),
      calls: callNames(
        calls.map(({ call }) => call),
        5,
      ),
    },
    evidence: `parameters and answer at ${first.call.at}`,
    confidence: Math.max(...calls.slice(0, 1_000).map(({ paging }) => paging.confidence)),
  };
}

/**
 * What the calls of a group have in common. Where the answer says how to go on is taken whole from the calls with the best
 * evidence; limits and first values from all that state one.
 */
function sharedDetail(pagings: readonly Paging[]): Record<string, Json> {
  const best = Math.max(...pagings.slice(0, 10_000).map(({ confidence }) => confidence));
  const sure = pagings.filter(({ confidence }) => confidence === best);
  const ways = sure.map(({ detail }) =>
    JSON.stringify([detail['nextPath'], detail['hasMorePath'], detail['stop']]),
  );
  const main = sure[ways.indexOf(String(mostFrequent(ways)))]?.detail ?? {};
  const shared: Record<string, Json> = { ...main };
  for (const key of ['limitParameter', 'maxLimit', 'firstValue'].filter((name) => name in main)) {
    shared[key] = mostFrequent(pagings.map(({ detail }) => detail[key] ?? null));
  }
  return shared;
}

/** The value that most calls have, not counting those that say nothing. */
function mostFrequent(values: readonly Json[]): Json {
  const counts = new Map<Json, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
