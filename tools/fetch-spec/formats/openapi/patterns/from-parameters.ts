import type { EntitySummary, Finding } from '../../../model/index.ts';
import type { HttpCall } from '../http-call.ts';

/** Headers by which a repeated call is known. */
export function idempotencyFindings(calls: readonly HttpCall[]): Finding[] {
  return byParameter(calls, 'header', /idempoten|x-request-id|paypal-request-id/i, (name, paths) => ({
    kind: 'idempotency-key',
    detail: { header: name, calls: paths },
    confidence: /idempoten/i.test(name) ? 0.95 : 0.6,
  }));
}

/** Lists that can be asked for what changed since a moment. */
export function incrementalFindings(entities: readonly EntitySummary[]): Finding[] {
  return entities.slice(0, 500).flatMap(({ name, operations: { changes } }) => {
    const parameter = Object.entries(changes?.query ?? {}).find(([, value]) => value === '{since}')?.[0];
    if (changes === undefined || parameter === undefined) return [];
    return {
      kind: 'updated-since-filter',
      detail: { entity: name, parameter, format: changes.since },
      evidence: `parameter ${parameter} at ${changes.at}`,
      confidence: 0.8,
    };
  });
}

/** Lists that can show what was deleted or archived. */
export function deleteFindings(calls: readonly HttpCall[]): Finding[] {
  return byParameter(
    calls.filter((call) => call.method === 'GET'),
    'query',
    /^(?:include_?|show_?|with_?|is_?|only_?)?(?:deleted|archived|trashed)(?:_?records)?$/i,
    (name, paths) => ({ kind: 'deleted-filter', detail: { parameter: name, calls: paths }, confidence: 0.7 }),
  );
}

function byParameter(
  calls: readonly HttpCall[],
  place: 'query' | 'header',
  pattern: RegExp,
  make: (name: string, paths: string[]) => Omit<Finding, 'evidence'>,
): Finding[] {
  const found = new Map<string, HttpCall[]>();
  for (const call of calls) {
    for (const parameter of call.parameters) {
      if (parameter.in !== place || !pattern.test(parameter.name)) continue;
      found.set(parameter.name, [...(found.get(parameter.name) ?? []), call]);
    }
  }
  return [...found].map(([name, [first, ...rest]]) => {
    const all = first === undefined ? rest : [first, ...rest];
    const paths = all.slice(0, 10).map((call) => `${call.method} ${call.path}`);
    return { ...make(name, paths), evidence: `parameter ${name} at ${first?.at ?? ''}` };
  });
}
