import type { Finding, Patterns } from '../../../model/index.ts';
import { pagingOf } from './calls/paging.ts';
import type { ProtoCall } from './calls/proto-calls.ts';
import { jsonName } from './schemas/json-name.ts';
import { optionText } from './schemas/options.ts';

/** The habits of an API as its service definitions show them. */
export function protoPatterns(calls: readonly ProtoCall[]): Partial<Patterns> {
  return {
    auth: auth(calls),
    pagination: pagination(calls),
    idempotency: requestFields(
      calls,
      'idempotency-key',
      /^(?:request_id|idempotency_key)$/,
      /^(?!Get|List|Search)/,
      0.8,
    ),
    incremental: requestFields(
      calls,
      'updated-since-filter',
      /^(?:updated|modified|changed)_?(?:since|after|min|from)$|^min_updated?_time$/,
      /^(?:Get|List|Search|Find|Query)/,
      0.85,
    ),
    deletes: requestFields(
      calls,
      'deleted-filter',
      /^(?:show|include|return_partial|with)_deleted(?:_\w+)?$/,
      /^(?:Get|List|Search|Find|Query)/,
      0.85,
    ),
    bulk: bulk(calls),
  };
}

/** OAuth scopes that a service declares: its calls carry a token. */
function auth(calls: readonly ProtoCall[]): Finding[] {
  for (const { service } of calls) {
    const scopes = optionText(service, '(google.api.oauth_scopes)');
    if (scopes === null) continue;
    return [
      {
        kind: 'bearer',
        detail: {
          scopes: scopes
            .split(',')
            .map((scope) => scope.trim().slice(0, 200))
            .slice(0, 50),
        },
        evidence: `option oauth_scopes of ${service.fullName.replace(/^\./, '')}`,
        confidence: 0.85,
      },
    ];
  }
  return [];
}

function pagination(calls: readonly ProtoCall[]): Finding[] {
  const paged = calls.flatMap((call) => {
    const paging = pagingOf(call);
    return paging === undefined ? [] : [{ call, paging }];
  });
  const [first] = paged;
  if (first === undefined) return [];
  const { parameter, nextPath, hasMorePath, limitParameter } = first.paging;
  const maxLimit = paged.map(({ paging }) => paging.maxLimit).find((limit) => limit !== null) ?? null;
  return [
    {
      kind: 'cursor',
      detail: {
        parameter,
        in: first.paging.in,
        nextPath,
        hasMorePath,
        limitParameter,
        maxLimit,
        stop: `${nextPath} is absent or empty`,
        calls: paged.slice(0, 10).map(({ call }) => call.at),
        lists: paged.length,
      },
      evidence: `request and answer of ${first.call.at}`,
      confidence: 0.95,
    },
  ];
}

function requestFields(
  calls: readonly ProtoCall[],
  kind: string,
  name: RegExp,
  method: RegExp,
  confidence: number,
): Finding[] {
  const found = calls.flatMap((call) => {
    const field = method.test(call.method.name)
      ? call.request?.fieldsArray.find((each) => name.test(each.name))
      : undefined;
    return field === undefined ? [] : [{ call, parameter: jsonName(field) }];
  });
  const [first] = found;
  if (first === undefined) return [];
  return [
    {
      kind,
      detail: { parameter: first.parameter, calls: found.slice(0, 10).map(({ call }) => call.at) },
      evidence: `field ${first.parameter} of the request of ${first.call.at}`,
      confidence,
    },
  ];
}

/** `BatchCreateContacts` and the like. */
function bulk(calls: readonly ProtoCall[]): Finding[] {
  const batches = calls.filter(({ method }) => /^(?:Batch|Bulk)[A-Z]|(?:Batch|Bulk)$/.test(method.name));
  const [first] = batches;
  if (first === undefined) return [];
  return [
    {
      kind: 'batch-calls',
      detail: { calls: batches.slice(0, 20).map(({ at }) => at) },
      evidence: `method ${first.at}`,
      confidence: 0.85,
    },
  ];
}
