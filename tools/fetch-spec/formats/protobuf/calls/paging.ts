import type protobuf from 'protobufjs';
import type { Pagination } from '../../../../model/index.ts';
import { jsonName } from '../schemas/json-name.ts';
import type { ProtoCall } from './proto-calls.ts';

/** How a list goes on by tokens (AIP-158), with the names of the JSON mapping. */
export type ProtoPaging = Extract<Pagination, { kind: 'cursor' }>;

/** The paging of a call with a page token in its request and the next one in its answer; undefined without both. */
export function pagingOf({ request, response, http }: ProtoCall): ProtoPaging | undefined {
  const token = named(request, /^(?:page_?token|cursor|page_?cursor|continuation_?token)$/i);
  const next = named(
    response,
    /^(?:next_?page_?token|next_?cursor|next_?page_?cursor|continuation_?token)$/i,
  );
  if (token === undefined || next === undefined) return undefined;
  const limit = named(request, /^(?:page_?size|max_?results|limit|max_?page_?size)$/i);
  const more = named(response, /^has_?(?:more|next_?page|next)$/i);
  return {
    kind: 'cursor',
    in: http?.method === 'GET' ? 'query' : 'body',
    parameter: jsonName(token),
    nextPath: jsonName(next),
    hasMorePath: more === undefined ? null : jsonName(more),
    limitParameter: limit === undefined ? null : jsonName(limit),
    maxLimit: maxLimitOf(limit),
  };
}

function named(type: protobuf.Type | undefined, pattern: RegExp): protobuf.Field | undefined {
  return type?.fieldsArray.find(({ name }) => pattern.test(name));
}

/** By the comment: "The maximum value is 1000". */
function maxLimitOf(limit: protobuf.Field | undefined): number | null {
  const text = limit?.comment?.replaceAll(/\s+/g, ' ').slice(0, 1_000) ?? '';
  const found =
    /\b(?:maximum (?:allowed )?(?:page size|value|number)? ?(?:is|of)|values (?:above|greater than|over)|at most|up to|no more than|capped at) `?(\d{1,6})\b/i.exec(
      text,
    )?.[1];
  return found === undefined || Number(found) < 2 ? null : Number(found);
}
