import { isObject, property } from '../../../../../core/json/json.ts';
import type { Located } from '../../../../../core/openapi/schema-reader.ts';
import type { Finding } from '../../../../../model/index.ts';
import type { HttpCall } from '../../http-call.ts';
import { callNames, rankFindings } from '../evidence.ts';
import { plainName } from '../name-words.ts';
import type { Survey } from '../survey.ts';
import { signatureFindings } from './signature-findings.ts';

const hookStep =
  /^(?:web_?-?hooks?|hooks|web_?-?hook_?-?(?:endpoints?|subscriptions?|configs?|configurations?)|event_?-?subscriptions?|notification_?-?subscriptions?)(?:\.json)?$/i;
const urlName =
  /^(?:callback|notify|notification|webhook|hook|target|endpoint|delivery|listener)(?:ur[il]|address)$/;
const subscribeStep = /hook|subscri|watch|notif|callback|listener|event/i;

/** Webhooks: declared as such, managed by calls, and how their sender is known. */
export function webhookFindings(survey: Survey): Finding[] {
  const subscriptions = survey.calls.filter((call) => subscribes(survey, call));
  return rankFindings([
    ...declared(survey),
    ...callbacks(survey),
    ...(subscriptions.length === 0
      ? []
      : [
          {
            kind: 'subscription-calls',
            detail: { calls: callNames(subscriptions) },
            evidence: `call at ${subscriptions[0]?.at ?? ''}`,
            confidence: 0.85,
          },
        ]),
    ...signatureFindings(survey, subscriptions),
  ]);
}

function declared({ reader }: Survey): Finding[] {
  return ['/webhooks', '/x-webhooks'].flatMap((at) => {
    const node = reader.at(at)?.node;
    const events = isObject(node) ? Object.keys(node) : [];
    const detail = { events: events.slice(0, 100).map((event) => event.slice(0, 200)) };
    return events.length === 0
      ? []
      : { kind: 'declared', detail, evidence: `events at ${at}`, confidence: 0.95 };
  });
}

/** OpenAPI callbacks: calls the vendor makes after one of ours. */
function callbacks({ calls }: Survey): Finding[] {
  const found = calls.flatMap((call) => {
    const node = property(call.node, 'callbacks');
    return isObject(node) && Object.keys(node).length > 0 ? [{ call, events: Object.keys(node) }] : [];
  });
  const [first] = found;
  if (first === undefined) return [];
  const events = [...new Set(found.flatMap((each) => each.events))]
    .slice(0, 100)
    .map((event) => event.slice(0, 200));
  return [
    {
      kind: 'declared',
      detail: { events, calls: callNames(found.map(({ call }) => call)) },
      evidence: `callbacks at ${first.call.at}/callbacks`,
      confidence: 0.85,
    },
  ];
}

/** A call that makes or changes a subscription: on a path named so, or with the address to be called in its body. */
function subscribes({ reader }: Survey, call: HttpCall): boolean {
  if (call.method !== 'POST' && call.method !== 'PUT') return false;
  const steps = call.path.split('/');
  const placeholder = /\{[^}]*\}$/.test(steps.at(-1) ?? '');
  const last = steps.filter((step) => !step.includes('{')).at(-1) ?? '';
  if (hookStep.test(last)) return call.method === 'POST' || placeholder;
  if (/web_?-?hooks?/i.test(call.path) && /subscriptions?$/i.test(last)) return true;
  if (!subscribeStep.test(call.path) || call.request === undefined) return false;
  return hasUrl(call.request.schema, 2);

  function hasUrl(schema: Located, depth: number): boolean {
    const shape = reader.shape(schema);
    if (shape.items !== undefined) return depth > 0 && hasUrl(shape.items, depth - 1);
    return [...shape.properties]
      .slice(0, 60)
      .some(
        ([name, located]) =>
          urlName.test(plainName(name)) ||
          (depth > 0 && reader.shape(located).items !== undefined && hasUrl(located, depth - 1)),
      );
  }
}
