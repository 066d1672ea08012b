import { property, textOf } from '../../../../../core/json/json.ts';
import type { Finding } from '../../../../../model/index.ts';
import type { HttpCall } from '../../http-call.ts';
import { callNames, quoted } from '../evidence.ts';
import { denies } from '../prose/denies.ts';
import { type Sentence, sentencesOf } from '../prose/sentences.ts';
import type { Survey } from '../survey.ts';

const archives =
  /^archives?(?:$|[.!]| (?:an?|the|this|your|one|each)\b)|\b(?:marked|flagged|marks? .{1,40}) as archived\b/i;
const keeps =
  /\bsoft[- ]?delet(?:e|es|ed|ion)\b|\b(?:marked|flagged|marks? .{1,40}) as (?:deleted|removed|trashed)\b|\b(?:moves?|moved|sends?|sent) .{0,40}\b(?:to|in(?:to)?) (?:the )?(?:trash|recycl(?:e|ing) bin)\b/i;
/** A soft delete that one may choose, or of which something else is said. */
const otherwise = /\b(?:not|cannot|can't|instead|unless|if|whether|already|previously|hard[- ]delete)\b/i;

/** DELETE calls that say themselves that the record stays, archived or marked as deleted. */
export function softDeletes({ calls }: Survey): Finding[] {
  const found = { 'archived-flag': [] as Said[], tombstones: [] as Said[] };
  for (const call of calls) {
    if (call.method !== 'DELETE') continue;
    const said = ['summary', 'description'].flatMap((key) => saidIn(call, key)).slice(0, 20);
    const archived = said.find(({ text }) => archives.test(text) && !otherwise.test(text));
    const kept = said.find(
      ({ text }) => keeps.test(text) && !otherwise.test(text) && !denies(text, /soft[- ]?delet\w*/),
    );
    if (archived !== undefined) found['archived-flag'].push({ call, sentence: archived });
    else if (kept !== undefined) found.tombstones.push({ call, sentence: kept });
  }
  return (['tombstones', 'archived-flag'] as const).flatMap((kind) => {
    const [first] = found[kind];
    if (first === undefined) return [];
    const detail = { field: null, calls: callNames(found[kind].map(({ call }) => call)) };
    return { kind, detail, evidence: quoted(first.sentence), confidence: 0.6 };
  });
}

interface Said {
  readonly call: HttpCall;
  readonly sentence: Sentence;
}

function saidIn(call: HttpCall, key: string): Sentence[] {
  return sentencesOf(textOf(property(call.node, key)) ?? '', 1_000).map((text) => ({
    text,
    at: `${call.at}/${key}`,
    place: 'call',
    call,
  }));
}
