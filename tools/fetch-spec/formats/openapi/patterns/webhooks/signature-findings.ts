import type { Finding } from '../../../../../model/index.ts';
import type { HttpCall } from '../../http-call.ts';
import { quoted } from '../evidence.ts';
import { denies } from '../prose/denies.ts';
import { sentencesOf } from '../prose/sentences.ts';
import type { Survey } from '../survey.ts';
import { algorithmIn, signatureHeader, signed } from './signature-words.ts';
import { type SignedHeader, signedHeader } from './signed-header.ts';

const ofHooks = /web.?hook|notification|event|callback|payload|deliver/i;

/** How the receiver of a webhook knows its sender: a header with a signature, a secret. */
export function signatureFindings(survey: Survey, subscriptions: readonly HttpCall[]): Finding[] {
  const declared = signedHeader(survey.reader, survey.calls);
  if (declared !== undefined) return [declaredFinding(declared)];
  const inProse = survey.prose.find(
    ({ text, call }) =>
      signed.test(text) &&
      !denies(text, /web.?hooks?|signatures?|hmac/) &&
      (/web.?hook/i.test(text) || (call !== undefined && /hook/i.test(call.path) && ofHooks.test(text))) &&
      (signatureHeader.test(text) || /\bhmac\b|verif|validat|sign/i.test(text)),
  );
  const inSchema = inProse === undefined ? secretOf(survey, subscriptions) : undefined;
  const text = inProse?.text ?? inSchema?.text;
  if (text === undefined) return [];
  return [
    {
      kind: 'signature',
      detail: {
        header: signatureHeader.exec(text)?.[1] ?? null,
        algorithm: algorithmIn(text),
      },
      evidence: inProse === undefined ? (inSchema?.evidence ?? '') : quoted(inProse),
      confidence: inProse === undefined ? 0.65 : 0.7,
    },
  ];
}

/** A header that the calls to the receiver declare: the document's own word, so nothing of the prose is mixed in. */
function declaredFinding({ name, description, at, named }: SignedHeader): Finding {
  return {
    kind: 'signature',
    detail: { header: name, algorithm: algorithmIn(description) ?? algorithmIn(name) },
    evidence: `header parameter at ${at}`,
    confidence: named ? 0.9 : 0.75,
  };
}

/** A property of a subscription whose description speaks of signatures. */
function secretOf(
  { reader }: Survey,
  subscriptions: readonly HttpCall[],
): { text: string; evidence: string } | undefined {
  for (const call of subscriptions.slice(0, 50)) {
    for (const body of [call.request, call.response]) {
      if (body === undefined) continue;
      for (const [name, located] of [...reader.shape(body.schema).properties].slice(0, 100)) {
        const description = reader.shape(located).keywords['description'];
        if (typeof description !== 'string' || !/secret|hmac|signature|key/i.test(name)) continue;
        const text = sentencesOf(description, 1_000).find((sentence) => signed.test(sentence));
        if (text !== undefined)
          return {
            text: `${name.slice(0, 60)}: ${text}`,
            evidence: quoted({ text, at: located.at, place: 'call', call }),
          };
      }
    }
  }
  return undefined;
}
