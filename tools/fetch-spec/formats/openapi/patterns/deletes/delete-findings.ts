import type { Finding } from '../../../../../model/index.ts';
import type { HttpCall } from '../../http-call.ts';
import { callNames, rankFindings } from '../evidence.ts';
import { plainName } from '../name-words.ts';
import { bodyInputs, parameterInputs } from '../request-properties.ts';
import { isSearch } from '../searches.ts';
import type { Survey } from '../survey.ts';
import { recordFlags } from './record-flags.ts';
import { softDeletes } from './soft-deletes.ts';

const prefix = '(?:include|show|with|return|fetch|is|only|list)?(?:only)?';
const deletedName = new RegExp(
  `^${prefix}(?:deleted|trashed|removed)(?:records?|items?|objects?|files|entities|only|too)?$`,
);
const archivedName = new RegExp(
  `^(?:${prefix}|exclude|hide)archived(?:records?|items?|objects?|only|status)?$`,
);
const deletedStep =
  /^(?:deleted|trash|trashed|recycle-?_?bin|tombstones|deletions|deleted-?_?(?:records|items|objects|ids))$/i;

/** How an API tells what was deleted or put away: a list, a filter, a field. */
export function deleteFindings(survey: Survey): Finding[] {
  return rankFindings([
    ...deletedLists(survey),
    ...filters(survey, 'deleted-filter', deletedName, 0.8),
    ...filters(survey, 'archived-flag', archivedName, 0.75),
    ...recordFlags(survey.reader, survey.entities),
    ...softDeletes(survey),
  ]);
}

function deletedLists({ calls }: Survey): Finding[] {
  const lists = calls.filter(({ method, path }) => {
    const steps = path.split('/');
    const index = steps.findIndex((step) => deletedStep.test(step));
    // `/files/{id}/trash` is one record in the bin; `/{module}/deleted` a list.
    const ofOne = /(?:^|_|-|[a-z])id\}$/i.test(steps[index - 1] ?? '');
    return (
      method === 'GET' &&
      index > 0 &&
      index >= steps.length - 2 &&
      !ofOne &&
      !(steps.at(-1) ?? '').includes('{')
    );
  });
  const [first] = lists;
  if (first === undefined) return [];
  return [
    {
      kind: 'deleted-list',
      detail: { calls: callNames(lists) },
      evidence: `path at ${first.at}`,
      confidence: 0.85,
    },
  ];
}

function filters(survey: Survey, kind: string, name: RegExp, confidence: number): Finding[] {
  const found = new Map<string, HttpCall[]>();
  for (const call of survey.calls) {
    const searches = isSearch(survey, call);
    if (call.method !== 'GET' && !searches) continue;
    const inputs = [
      ...parameterInputs(call).filter((input) => input.in === 'query'),
      ...(searches ? bodyInputs(survey.reader, call) : []),
    ];
    for (const input of inputs) {
      if (!name.test(plainName(input.name))) continue;
      const known = found.get(input.name);
      if (known === undefined) found.set(input.name, [call]);
      else known.push(call);
    }
  }
  return [...found]
    .toSorted((a, b) => b[1].length - a[1].length)
    .map(([parameter, calls]) => ({
      kind,
      detail: { parameter, calls: callNames(calls) },
      evidence: `parameter ${parameter.slice(0, 100)} at ${calls[0]?.at ?? ''}`,
      confidence,
    }));
}
