import type { Finding } from '../../../../../model/index.ts';
import type { HttpCall } from '../../http-call.ts';
import { callNames } from '../evidence.ts';
import { plainName } from '../name-words.ts';
import { isSearch } from '../searches.ts';
import type { Survey } from '../survey.ts';
import type { Paging } from './paging-clues.ts';
import { cursorName, limitName, offsetName, pageName } from './paging-names.ts';
import { pagingOf } from './paging-of.ts';

/** Findings at most, and ways that differ in a fact only (a limit, a first value) of one style. */
const maxFindings = 12;

interface Listed {
  readonly call: HttpCall;
  readonly paging: Paging;
}

/**
 * The ways of paging of an API, the style that most of its lists use first. Lists share a finding only where they agree in
 * every fact: what one list says is no evidence about another.
 */
export function paginationFindings(survey: Survey): Finding[] {
  const listed = survey.calls.flatMap((call): Listed[] => {
    const paging = listPaging(survey, call);
    return paging === undefined ? [] : [{ call, paging }];
  });
  const styles = groupsBy(listed, ({ paging: { kind, detail } }) =>
    JSON.stringify([kind, detail['in'] ?? null, detail['parameter'] ?? detail['nextPath'] ?? null]),
  ).map((style) => {
    // Calls of equal facts are equally sure.
    const sureness = ([first]: readonly Listed[]) => first?.paging.confidence ?? 0;
    const ways = groupsBy(style, ({ paging: { detail } }) => JSON.stringify(detail));
    return ways.toSorted((a, b) => sureness(b) - sureness(a));
  });
  const ranked = styles.flatMap((ways, style) => ways.map((calls, way) => ({ calls, style, way })));
  // Where there are too many, every style keeps its main way before any shows its others.
  return ranked
    .toSorted((a, b) => a.way - b.way)
    .slice(0, maxFindings)
    .toSorted((a, b) => a.style - b.style)
    .flatMap(({ calls }) => findingOf(survey, calls) ?? []);
}

/** Groups of the same key, the largest first. */
function groupsBy(listed: readonly Listed[], key: (each: Listed) => string): Listed[][] {
  const groups = new Map<string, Listed[]>();
  for (const each of listed) {
    const name = key(each);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [each]);
    else group.push(each);
  }
  return [...groups.values()].toSorted((a, b) => b.length - a.length);
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
  if (call.method !== 'GET' && !isSearch(survey, call)) return undefined;
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

function findingOf({ entities }: Survey, listed: readonly Listed[]): Finding | undefined {
  const [first] = listed;
  if (first === undefined) return undefined;
  const { kind, detail, confidence } = first.paging;
  const places = new Set(listed.map(({ call }) => call.at));
  const names = entities.filter(({ operations }) =>
    places.has(operations.list?.at ?? operations.search?.at ?? ' '),
  );
  const calls = callNames(
    listed.map(({ call }) => call),
    5,
  );
  return {
    kind,
    detail: { ...detail, lists: listed.length, entities: names.slice(0, 20).map(({ name }) => name), calls },
    evidence: `parameters and answer at ${first.call.at}`,
    confidence,
  };
}
