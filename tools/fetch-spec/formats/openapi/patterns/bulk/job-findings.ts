import type { Finding } from '../../../../../model/index.ts';
import type { HttpCall } from '../../http-call.ts';
import { callNames } from '../evidence.ts';
import type { Survey } from '../survey.ts';
import { jobCollections } from './job-calls.ts';

const asynchronous =
  /\basynchron(?:ous|ously|us)\b|\blong-?running\b|\bbackground job\b|\bis queued\b|\bbatch queue\b/i;
const bulk = /\bbulk\b|\bbatch(?:es)?\b|\bimports?\b|\bmass\b/i;

/** Work on many records that is accepted at once and done later. */
export function jobFindings({ reader, calls }: Survey): Finding[] {
  const writes = calls.filter(({ method }) => method !== 'GET');
  const accepted = writes.filter(({ status }) => status === '202');
  // An API that accepts nearly every write for later is asynchronous as a whole.
  if (accepted.length >= 5 && accepted.length * 10 >= writes.length * 8) {
    return [finding(accepted, 0.75)];
  }
  const collections = jobCollections(calls);
  const jobs = writes.filter((call) => {
    const named = `${call.path.slice(-150)} ${call.text.slice(0, 400)}`;
    if (call.method === 'POST' && collections.has(call.path)) return true;
    // OData answers 202 to a batch that it has done.
    if (
      call.method !== 'POST' ||
      call.path.endsWith('/$batch') ||
      !bulk.test(named.replaceAll(/[_:/-]/g, ' '))
    )
      return false;
    return asynchronous.test(call.text.slice(0, 1_500)) || call.status === '202' || isOperation(call);
  });
  return jobs.length === 0 ? [] : [finding(jobs, 0.7)];

  /** Google's `Operation`: `name`, `done`, and `response` or `error`. */
  function isOperation(call: HttpCall): boolean {
    const properties =
      call.response === undefined ? undefined : reader.shape(call.response.schema).properties;
    return (
      properties !== undefined && ['name', 'done', 'response', 'error'].every((name) => properties.has(name))
    );
  }
}

function finding(calls: readonly HttpCall[], confidence: number): Finding {
  return {
    kind: 'async-job',
    detail: { calls: callNames(calls) },
    evidence: `call at ${calls[0]?.at ?? ''}`,
    confidence,
  };
}
