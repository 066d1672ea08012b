import { isObject } from '../../../core/json/json.ts';
import type { SchemaReader } from '../../../core/openapi/schema-reader.ts';
import type { Finding } from '../../../model/index.ts';
import type { HttpCall } from '../http-call.ts';

/** Calls that take many records at once. */
export function bulkFindings(calls: readonly HttpCall[]): Finding[] {
  return byStep(calls, /^(?:batch|bulk|batches|collections?|composite)$/i, 'batch-calls');
}

/** Webhooks: declared as such, or managed by calls. */
export function webhookFindings(reader: SchemaReader, calls: readonly HttpCall[]): Finding[] {
  const declared = ['/webhooks', '/x-webhooks'].flatMap((at) => {
    const node = reader.at(at)?.node;
    const events = isObject(node) ? Object.keys(node) : [];
    return events.length === 0
      ? []
      : {
          kind: 'declared',
          detail: { events: events.slice(0, 100) },
          evidence: `events at ${at}`,
          confidence: 0.95,
        };
  });
  return [
    ...declared,
    ...byStep(calls, /^(?:web_?-?hooks?|webhook_?-?(?:endpoints|subscriptions))$/i, 'subscription-calls'),
  ];
}

function byStep(calls: readonly HttpCall[], pattern: RegExp, kind: string): Finding[] {
  const found = calls.filter((call) => call.path.split('/').some((step) => pattern.test(step)));
  const [first] = found;
  if (first === undefined) return [];
  return [
    {
      kind,
      detail: { calls: found.slice(0, 20).map((call) => `${call.method} ${call.path}`) },
      evidence: `path at ${first.at}`,
      confidence: 0.8,
    },
  ];
}
