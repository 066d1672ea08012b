import type { Finding } from '../../../../../model/index.ts';
import { plainName } from '../name-words.ts';
import { type Input, parameterInputs } from '../request-properties.ts';
import type { Survey } from '../survey.ts';

const tokenName =
  /^(?:sync|synctoken|nextsynctoken|deltatoken|changetoken|changestoken|streamposition|starthistoryid|historyid|syncstate|ixlastupdate)$/;
const nextName =
  /^(?:nextsynctoken|odatadeltalink|deltalink|nextstreamposition|sync|newstartpagetoken|synctoken)$/;

/** These mean the same wherever they stand; the others only in what is named as a feed. */
const sureNextName = /^(?:odatadeltalink|deltalink|nextsynctoken)$/;
const mayBeFeed = /event|change|delta|sync|histor|journal|calendar|contact|people/i;

/** Feeds of changes that go on from a token of the last reading. */
export function syncTokenFindings(survey: Survey): Finding[] {
  const found: Finding[] = [];
  const seen = new Set<string>();
  for (const call of survey.calls) {
    if (call.method !== 'GET') continue;
    const input = parameterInputs(call).find((each) => each.in === 'query' && isToken(each, call.path));
    const feed = input !== undefined || mayBeFeed.test(call.path.slice(-200));
    // Single records have no such link, and reading all their answers would cost more than it finds.
    if (!feed && call.path.endsWith('}')) continue;
    const wanted = feed ? nextName : sureNextName;
    const next = survey.answer(call).scalars.find(({ name }) => wanted.test(plainName(name)));
    // A version of a record (`SyncToken` of QuickBooks) is inside the record, not beside the list.
    if (input === undefined && (next === undefined || plainName(next.name) === 'synctoken')) continue;
    const key = input?.name ?? next?.path ?? '';
    if (seen.has(key)) continue;
    seen.add(key);
    found.push({
      kind: 'sync-token',
      detail: {
        parameter: input?.name ?? null,
        nextPath: next?.path ?? null,
        calls: [`GET ${call.path.slice(0, 200)}`],
      },
      evidence: input === undefined ? `answer at ${call.at}` : `parameter ${input.name} at ${call.at}`,
      confidence: next === undefined ? 0.75 : 0.85,
    });
  }
  return found.slice(0, 5);
}

function isToken({ name, description }: Input, path: string): boolean {
  const plain = plainName(name);
  if (tokenName.test(plain)) return plain !== 'sync' || /token|last request/i.test(description);
  return (
    /\/(?:delta|deltas|changes|sync)$/i.test(path.slice(-100)) &&
    /^(?:cursor|pagetoken|token|startpagetoken)$/.test(plain) &&
    /\bsync|\bdelta|start ?page ?token|since the last|changes since/i.test(description)
  );
}
