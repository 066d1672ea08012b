import type { Finding } from '../../../../../model/index.ts';
import type { HttpCall } from '../../http-call.ts';
import { quoted } from '../evidence.ts';
import { denies } from '../prose/denies.ts';
import { sentencesOf } from '../prose/sentences.ts';
import type { Survey } from '../survey.ts';

const ofHooks = /web.?hook|notification|event|callback|payload|deliver/i;
const signed = /\bhmac\b|\bsignatures?\b|\bsigning secret\b|\bsigned\b/i;
const headerName =
  /\b((?:x-|stripe-|webhook-)[a-z0-9-]{0,40}(?:signature|hmac|hub)[a-z0-9-]{0,20}|[a-z]{2,20}-signature(?:-[a-z0-9]{1,10})?|x-[a-z0-9-]{0,20}hook-secret)\b/i;

/** How the receiver of a webhook knows its sender: a header with a signature, a secret. */
export function signatureFindings(survey: Survey, subscriptions: readonly HttpCall[]): Finding[] {
  const inProse = survey.prose.find(
    ({ text, call }) =>
      signed.test(text) &&
      !denies(text, /web.?hooks?|signatures?|hmac/) &&
      (/web.?hook/i.test(text) || (call !== undefined && /hook/i.test(call.path) && ofHooks.test(text))) &&
      (headerName.test(text) || /\bhmac\b|verif|validat|sign/i.test(text)),
  );
  const inSchema = inProse === undefined ? secretOf(survey, subscriptions) : undefined;
  const text = inProse?.text ?? inSchema?.text;
  if (text === undefined) return [];
  const algorithm = /\bhmac[- ]?(?:with )?(sha-?(?:1|256|512))?/i.exec(text);
  return [
    {
      kind: 'signature',
      detail: {
        header: headerName.exec(text)?.[1] ?? null,
        algorithm:
          algorithm === null
            ? null
            : `hmac${algorithm[1] === undefined ? '' : `-${algorithm[1].toLowerCase().replace('sha-', 'sha')}`}`,
      },
      evidence: inProse === undefined ? (inSchema?.evidence ?? '') : quoted(inProse),
      confidence: inProse === undefined ? 0.65 : 0.7,
    },
  ];
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
