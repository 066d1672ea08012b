import { objectOf, property } from '../../../../../core/json/json.ts';
import type { Finding } from '../../../../../model/index.ts';
import { answersOf } from '../answers.ts';
import { quoted, rankFindings } from '../evidence.ts';
import { denies } from '../prose/denies.ts';
import type { Sentence } from '../prose/sentences.ts';
import type { Survey } from '../survey.ts';
import { limitInSentence } from './limit-in-sentence.ts';

const countingHeader =
  /^(?:(?:x-)?.{0,40}rate-?limit.{0,40}|x-.{0,40}(?:api-call-limit|quota|throttl).{0,40})$/i;
const speaksOfLimits =
  /rate.?limit|too many requests|\b429\b|throttl\w* .{0,60}\b(?:api|requests?|calls?)\b|\b(?:api|requests?|calls?)\b.{0,60}throttl|\bwe throttle\b/i;

/** Rate limits: status 429 and headers that count, and what the texts say. */
export function rateLimitFindings(survey: Survey): Finding[] {
  const declared = declaredLimit(survey);
  const sentences = survey.prose.filter(
    (sentence) => isOfRequests(sentence) && !denies(sentence.text, /rate.?limit(?:s|ing)?|throttl\w*/),
  );
  const stated = sentences.flatMap((sentence) => statedLimit(sentence) ?? []);
  const mentions = sentences.filter(({ text }) => speaksOfLimits.test(text));
  // A heading or a label is a weak quotation where there is a sentence.
  const mention =
    mentions.find(({ text }) => /\b429\b|too many requests/i.test(text)) ??
    mentions.find(({ text }) => text.length > 40 && !text.startsWith('#')) ??
    mentions[0];
  const mentioned =
    mention === undefined || declared !== undefined
      ? []
      : [
          {
            kind: 'too-many-requests',
            detail: headersIn(sentences),
            evidence: quoted(mention),
            confidence: 0.7,
          },
        ];
  const cost = sentences.find(({ text }) =>
    /\bquery cost\b|\bcost points?\b|\bpoints per (?:second|minute|hour)\b/i.test(text),
  );
  return rankFindings([
    ...(declared === undefined ? [] : [declared]),
    ...mentioned,
    ...stated,
    ...(cost === undefined
      ? []
      : [{ kind: 'query-cost', detail: {}, evidence: quoted(cost), confidence: 0.65 }]),
  ]);
}

function declaredLimit({ reader, calls }: Survey): Finding | undefined {
  const headers = new Map<string, string>();
  let first: string | undefined;
  let status = false;
  for (const call of calls) {
    for (const answer of answersOf(reader, call)) {
      const limited = answer.status === '429';
      const names = Object.keys(objectOf(property(answer.located.node, 'headers'))).filter(
        (name) => countingHeader.test(name) || (limited && name.toLowerCase() === 'retry-after'),
      );
      if (!limited && names.length === 0) continue;
      if (first === undefined || (limited && !status)) first = `${call.at}/responses/${answer.status}`;
      status ||= limited;
      // A header is one header however it is written.
      for (const name of names) if (headers.size < 20) headers.set(name.toLowerCase(), name);
    }
  }
  if (first === undefined) return undefined;
  const retryAfterHeader = headers.get('retry-after') ?? null;
  return {
    kind: 'too-many-requests',
    // Headers that count on ordinary answers do not say with which status the limit answers.
    detail: { ...(status ? { status: 429 } : {}), retryAfterHeader, headers: [...headers.values()].sort() },
    evidence: `answer at ${first}`,
    confidence: status && headers.size > 0 ? 0.95 : 0.9,
  };
}

/** Headers that sentences about limits name. */
function headersIn(sentences: readonly Sentence[]): Finding['detail'] {
  const all = sentences.flatMap(
    ({ text }) => text.match(/\b(?:x-rate-?limit(?:-[a-z]{2,20}){0,2}|retry-after)\b/gi) ?? [],
  );
  const headers = new Map(all.map((name) => [name.toLowerCase(), name]));
  return {
    status: sentences.some(({ text }) => /\b429\b|too many requests/i.test(text)) ? 429 : null,
    retryAfterHeader: headers.get('retry-after') ?? null,
    headers: [...headers.values()].sort().slice(0, 20),
  };
}

function statedLimit(sentence: Sentence): Finding | undefined {
  const limit = limitInSentence(sentence.text);
  if (limit === undefined) return undefined;
  const { call } = sentence;
  return {
    kind: 'documented-limit',
    detail: { ...limit, scope: call === undefined ? 'api' : `${call.method} ${call.path.slice(0, 200)}` },
    evidence: quoted(sentence),
    // What is said of one call is no limit of the API.
    confidence: call === undefined ? 0.75 : 0.6,
  };
}

/** Not the limits a vendor keeps when it delivers webhooks, nor figures about limits. */
function isOfRequests({ text, call }: Sentence): boolean {
  if (call !== undefined && /web_?-?hook/i.test(call.path)) return false;
  return !/number of (?:api )?requests|deliver(?:y|ies|ed) .{0,40}throttl/i.test(text);
}
