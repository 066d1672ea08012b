import type { SchemaReader } from '../../../../../core/openapi/schema-reader.ts';
import type { HttpCall } from '../../http-call.ts';
import type { Found } from '../../operations/response-path.ts';
import { plainName } from '../name-words.ts';
import { bodyInputs, type Input, parameterInputs } from '../request-properties.ts';
import { byDownwardKeyset, byKeyset } from './by-keyset.ts';
import { byRange } from './by-range.ts';
import { firstValueOf, maxLimitOf } from './input-facts.ts';
import { linkHeaderOf } from './link-header.ts';
import { nextCursor, nextLink, odataNextLink } from './next-place.ts';
import type { Clues, Paging } from './paging-clues.ts';
import { pagingInputs } from './paging-inputs.ts';
import { hasMoreName, isLastName, pageCountName, totalName } from './paging-names.ts';

/**
 * How a list goes on, where its inputs and its answer say so; undefined when they do not. `scalars` are what stands beside
 * the records in the answer. The call is one that reads: a POST's body is what it is asked with.
 */
export function pagingOf(
  reader: SchemaReader,
  call: HttpCall,
  scalars: readonly Found[],
): Paging | undefined {
  const inputs = parameterInputs(call).filter((input) => input.in === 'query');
  const clues = cluesOf(reader, call, inputs, scalars);
  const found = byQuery(clues);
  if (found !== undefined || call.method !== 'POST') return found;
  return byQuery(cluesOf(reader, call, bodyInputs(reader, call), scalars));
}

function cluesOf(
  reader: SchemaReader,
  call: HttpCall,
  all: readonly Input[],
  scalars: readonly Found[],
): Clues {
  const inputs = pagingInputs(reader, all);
  const named = (pattern: RegExp) => scalars.find(({ name }) => pattern.test(plainName(name)))?.path;
  const isBoolean = ({ located }: Found) => reader.shape(located).types.has('boolean');
  const flag = (pattern: RegExp) =>
    scalars.find((found) => pattern.test(plainName(found.name)) && isBoolean(found))?.path;
  const hasMorePath = scalars.find(({ name }) => hasMoreName.test(plainName(name)))?.path ?? null;
  const last = flag(isLastName);
  const pages = named(pageCountName);
  const total = named(totalName);
  const stop =
    hasMorePath !== null
      ? `${hasMorePath} is false`
      : last !== undefined
        ? `${last} is true`
        : pages !== undefined && inputs.page !== undefined
          ? `${inputs.page.name} has reached ${pages}`
          : total !== undefined
            ? `as many records as ${total} were read`
            : null;
  const limits = { limitParameter: inputs.limit?.name ?? null, maxLimit: maxLimitOf(reader, inputs.limit) };
  return { reader, call, inputs, scalars, limits, hasMorePath, stop };
}

function byQuery(clues: Clues): Paging | undefined {
  return (
    byCursor(clues) ??
    byLink(odataNextLink(clues.scalars), clues, 'odata-next-link') ??
    byOffset(clues) ??
    byLink(nextLink(clues.reader, clues.scalars), clues, 'next-link') ??
    byHeader(clues) ??
    byPage(clues) ??
    byKeyset(clues) ??
    byDownwardKeyset(clues) ??
    byRange(clues) ??
    byWords(clues)
  );
}

function byCursor({ reader, inputs, scalars, limits, hasMorePath }: Clues): Paging | undefined {
  for (const input of [inputs.cursor, inputs.maybeCursor]) {
    const next = input === undefined ? undefined : nextCursor(reader, scalars, input);
    if (input === undefined || next === undefined) continue;
    const stop = hasMorePath === null ? `${next.path} is absent or empty` : `${hasMorePath} is false`;
    const place = input.in === 'body' ? 'body' : 'query';
    const detail = { parameter: input.name, in: place, nextPath: next.path, hasMorePath, ...limits, stop };
    // A nested property of the body cannot be set by a generated client yet.
    const usable = input.in !== 'body' || !input.name.includes('.');
    const pagination = {
      kind: 'cursor',
      in: place,
      parameter: input.name,
      nextPath: next.path,
      hasMorePath,
      ...limits,
    } as const;
    return { kind: 'cursor', detail, confidence: 0.85, pagination: usable ? pagination : null };
  }
  return byLastId(inputs.cursor, hasMorePath, limits);
}

/** Stripe's `starting_after`: the id of the last record. */
function byLastId(
  cursor: Input | undefined,
  hasMorePath: string | null,
  limits: Clues['limits'],
): Paging | undefined {
  if (cursor === undefined || plainName(cursor.name) !== 'startingafter' || hasMorePath === null)
    return undefined;
  const { name: parameter } = cursor;
  return {
    kind: 'keyset',
    detail: {
      parameter,
      value: 'id of the last record',
      hasMorePath,
      ...limits,
      stop: `${hasMorePath} is false`,
    },
    confidence: 0.85,
    pagination: cursor.in === 'body' ? null : { kind: 'last-id', parameter, hasMorePath, ...limits },
  };
}

function byOffset({
  reader,
  inputs: { offset },
  limits,
  hasMorePath,
  stop,
  call,
}: Clues): Paging | undefined {
  if (offset === undefined) return undefined;
  const firstValue = firstValueOf(reader, offset);
  const detail = {
    parameter: offset.name,
    firstValue,
    hasMorePath,
    ...limits,
    stop: stop ?? `a page has fewer records than ${limits.limitParameter ?? 'the page before'}`,
  };
  // A generated client counts from 0 and writes into the query.
  const usable = offset.in === 'query' && firstValue !== 1 && call.method === 'GET';
  const pagination = { kind: 'offset', parameter: offset.name, hasMorePath, ...limits } as const;
  return { kind: 'offset', detail, confidence: 0.8, pagination: usable ? pagination : null };
}

function byLink(link: Found | undefined, { limits }: Clues, kind: string): Paging | undefined {
  if (link === undefined) return undefined;
  return {
    kind,
    detail: { nextPath: link.path, ...limits, stop: `${link.path} is absent or empty` },
    confidence: 0.85,
    pagination: { kind: 'next-link', nextPath: link.path, ...limits },
  };
}

function byHeader({ reader, call, inputs, limits }: Clues): Paging | undefined {
  const link = linkHeaderOf(reader, call);
  // Of which nothing is said may lead anywhere, unless there are pages to ask for.
  const asksForPages = Object.values(inputs).some((input) => input !== undefined);
  if (link === undefined || link === 'other' || (link === 'silent' && !asksForPages)) return undefined;
  const parameter = (inputs.page ?? inputs.cursor)?.name ?? null;
  return {
    kind: 'link-header',
    detail: { header: 'Link', rel: 'next', parameter, ...limits, stop: 'the Link header has no rel="next"' },
    confidence: 0.85,
    pagination: { kind: 'link-header', rel: 'next', ...limits },
  };
}

function byPage({ reader, inputs: { page }, limits, hasMorePath, stop, call }: Clues): Paging | undefined {
  if (page === undefined) return undefined;
  const firstValue = firstValueOf(reader, page);
  const detail = {
    parameter: page.name,
    firstValue,
    hasMorePath,
    ...limits,
    stop:
      stop ??
      `a page has ${limits.limitParameter === null ? 'no records' : `fewer records than ${limits.limitParameter}`}`,
  };
  const usable = page.in === 'query' && call.method === 'GET';
  const pagination = {
    kind: 'page',
    parameter: page.name,
    firstPage: firstValue ?? 1,
    hasMorePath,
    ...limits,
  } as const;
  return { kind: 'page', detail, confidence: 0.8, pagination: usable ? pagination : null };
}

/** A cursor whose place in the answer is only told in words, if at all. */
function byWords({ inputs: { cursor }, limits, hasMorePath }: Clues): Paging | undefined {
  if (cursor === undefined || !/cursor|pagina|next page|next set|token/i.test(cursor.description))
    return undefined;
  const path = /`?\b((?:[a-z_]{2,30}\.){0,3}next[a-z_.]{0,30}[a-z])\b`?/i.exec(cursor.description)?.[1];
  const named = path !== undefined && /[._]|next[A-Z]/.test(path) ? path : null;
  return {
    kind: 'cursor',
    detail: { parameter: cursor.name, in: cursor.in, nextPath: named, hasMorePath, ...limits, stop: null },
    confidence: named === null ? 0.6 : 0.65,
    pagination: null,
  };
}
