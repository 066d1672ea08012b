import type { Finding, Patterns } from '../../../model/index.ts';
import type { WsdlModel } from './wsdl-model.ts';

/** Habits of a service, told by the names of its operations and of its headers. */
export function soapPatterns({ operations, headers }: WsdlModel): Partial<Patterns> {
  const names = operations.map(({ name }) => name);
  const matching = (pattern: RegExp) => names.filter((name) => pattern.test(name)).slice(0, 10);
  const headerNames = headers.map(({ name, element }) => element?.name ?? name);
  const header = (pattern: RegExp) => headerNames.find((name) => pattern.test(name));
  const more = matching(/^(?:search|query)(?:more|next)/i);
  const login = matching(/^(?:login|logon|signin|authenticate|createsession|opensession|startsession)$/i);
  const session = header(/session/i);
  const token = header(/tokenpassport|oauth/i);
  const basic = header(
    /^(?:.*[._])?(?:passport|credentials?|authentication|authheader|usernametoken|security)$/i,
  );
  const batches = matching(/^(?:add|create|update|upsert|delete|get)(?:list|batch|multiple|bulk)$/i);
  const jobs = matching(/^async\w+|^(?:submit|check|get)(?:async|job)/i);
  const upserts = matching(/^upsert/i);
  const deleted = matching(/^getdeleted/i);
  const updated = matching(/^get(?:updated|modified|changed)/i);
  return {
    auth: [
      ...(token === undefined ? [] : [finding('oauth1', { header: token }, `SOAP header ${token}`, 0.9)]),
      ...(login.length === 0 && session === undefined
        ? []
        : [
            finding(
              'session',
              {
                ...(login[0] === undefined ? {} : { login: login[0] }),
                ...(session === undefined ? {} : { header: session }),
              },
              session === undefined ? `operation ${login[0]}` : `SOAP header ${session}`,
              session !== undefined && login.length > 0 ? 0.95 : 0.75,
            ),
          ]),
      ...(basic === undefined || token !== undefined || login.length > 0
        ? []
        : [finding('basic', { header: basic }, `SOAP header ${basic}`, 0.6)]),
    ],
    pagination: more
      .map((name) =>
        finding(
          'soap-search-more',
          { operation: name, stop: 'the answer says that there are no more pages' },
          `operation ${name}`,
          0.9,
        ),
      )
      .slice(0, 1),
    errors:
      operations.length === 0
        ? []
        : [finding('soap-fault', { message: 'faultstring', code: 'faultcode' }, 'SOAP protocol', 0.9)],
    bulk: [
      ...(batches.length === 0
        ? []
        : [finding('batch-calls', { calls: batches }, `operation ${batches[0]}`, 0.9)]),
      ...(jobs.length === 0 ? [] : [finding('async-job', { calls: jobs }, `operation ${jobs[0]}`, 0.75)]),
    ],
    idempotency:
      upserts.length === 0
        ? []
        : [finding('external-id-upsert', { calls: upserts }, `operation ${upserts[0]}`, 0.85)],
    deletes:
      deleted.length === 0
        ? []
        : [finding('deleted-list', { call: deleted[0] ?? '' }, `operation ${deleted[0]}`, 0.9)],
    incremental:
      updated.length === 0
        ? []
        : [finding('updated-since-filter', { call: updated[0] ?? '' }, `operation ${updated[0]}`, 0.8)],
  };
}

function finding(kind: string, detail: Finding['detail'], evidence: string, confidence: number): Finding {
  return { kind, detail, evidence, confidence };
}
