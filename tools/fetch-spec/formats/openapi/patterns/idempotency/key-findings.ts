import type { Finding } from '../../../../../model/index.ts';
import type { HttpCall } from '../../http-call.ts';
import { callNames, quoted } from '../evidence.ts';
import { plainName } from '../name-words.ts';
import { denies } from '../prose/denies.ts';
import { bodyInputs, type Input, parameterInputs } from '../request-properties.ts';
import type { Survey } from '../survey.ts';

/** Names of the body that are worth a look at their description. */
const maybeKey = /idempoten|(?:request|client|transaction|dedup\w*)[_-]?(?:id|token|key|reference)$/i;

/** What is sent so that a repeated call is known: a header, a query parameter or a property of the body. */
export function keyFindings(survey: Survey): Finding[] {
  const found = new Map<string, { input: Input; calls: HttpCall[] }>();
  for (const call of survey.calls) {
    if (call.method === 'GET') continue;
    for (const input of [...parameterInputs(call), ...bodyInputs(survey.reader, call, maybeKey)]) {
      if (confidenceOf(input) === 0) continue;
      const key = `${input.in} ${input.name}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { input, calls: [call] });
      else known.calls.push(call);
    }
  }
  const declared = [...found.values()]
    .toSorted((a, b) => b.calls.length - a.calls.length)
    .map(({ input, calls }) => ({
      kind: 'idempotency-key',
      detail: {
        ...(input.in === 'header' ? { header: input.name } : { parameter: input.name, in: input.in }),
        calls: callNames(calls),
      },
      evidence: `${input.in} parameter ${input.name} at ${calls[0]?.at ?? ''}`,
      confidence: confidenceOf(input),
    }));
  return declared.length > 0 ? declared : inWords(survey);
}

function confidenceOf({ name, in: place, description }: Input): number {
  const plain = plainName(name.slice(name.lastIndexOf('.') + 1));
  if (place === 'path') return 0;
  if (place === 'header' && /idempoten/.test(plain)) return 0.95;
  if (/idempoten(?:cy|t|ce)?(?:key|token|id)?$/.test(plain)) return 0.9;
  // “The server stores keys for 6 hours”: a request id by which a repetition is known, not one for the logs.
  const isId = /(?:request|client|transaction|dedup\w*)(?:id|token|key|reference)$/.test(plain);
  const says =
    /idempoten|stores? keys|safely retry|duplicate (?:request|processing|submission)|dedup|request(?:s)? (?:is|are) (?:not )?(?:repeated|retried)/i;
  return isId && says.test(description) ? 0.8 : 0;
}

/** A header that only the texts name. */
function inWords({ prose }: Survey): Finding[] {
  for (const sentence of prose) {
    const header = /\b((?:[a-z]{1,20}-){0,3}idempoten(?:cy|t|ce)(?:-[a-z]{1,10}){1,2})\b/i.exec(
      sentence.text,
    )?.[1];
    if (
      header !== undefined &&
      /-/.test(header) &&
      /header|key/i.test(sentence.text) &&
      !denies(sentence.text, /idempoten\S*(?: header| key)?/)
    ) {
      return [
        {
          kind: 'idempotency-key',
          detail: { header, calls: [] },
          evidence: quoted(sentence),
          confidence: 0.7,
        },
      ];
    }
  }
  return [];
}
