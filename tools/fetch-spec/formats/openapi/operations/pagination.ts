import type { SchemaReader } from '../../../core/openapi/schema-reader.ts';
import type { Pagination } from '../../../model/index.ts';
import type { HttpCall } from '../http-call.ts';
import { type Found, scalarsOf } from './response-path.ts';

const limitName =
  /^(?:limit|per_?page|page_?size|max_?results|count|size|\$top|top|rows|results_per_page|page\[(?:size|limit)\]|pageLimit|first)$/i;
const cursorName =
  /^(?:after|cursor|page_?token|start_cursor|starting_after|next_?token|next_?page_?token|continuation(?:_?token)?|pagination_?token|page\[(?:cursor|after)\]|page_?info|bookmark|marker|scroll_?id|next_?cursor|offset)$/i;
const nextName =
  /^(?:after|next_?cursor|next_?page_?token|next_?token|next|cursor|end_?cursor|starting_?after|continuation(?:_?token)?|next_?marker|scroll_?id|bookmark|offset)$/i;
const nextLinkName =
  /^(?:next|next_?link|@odata\.nextLink|next_?page(?:_?ur[il])?|next_?ur[il]|next_?records_?url|href)$/i;
const hasMoreName =
  /^(?:has_?more|has_?next(?:_?page)?|more(?:_?items|_?records)?|has_?more_?records|more_items_in_collection)$/i;
const pageName = /^(?:page|page_?number|page_?no|page\[number\]|page_?num|current_?page|pageIndex)$/i;
const offsetName =
  /^(?:offset|skip|\$skip|start|start_?at|start_?index|start_?position|page\[offset\]|from)$/i;

/** How a list goes on, where its parameters and its answer say so; null when they do not. */
export function findPagination(reader: SchemaReader, call: HttpCall, recordsAt: string): Pagination | null {
  const query = call.parameters.filter((parameter) => parameter.in === 'query');
  const named = (pattern: RegExp) => query.find((parameter) => pattern.test(parameter.name));
  const limit = named(limitName);
  const limits = { limitParameter: limit?.name ?? null, maxLimit: maximum(reader, limit?.schema) };
  const scalars = call.response === undefined ? [] : scalarsOf(reader, call.response.schema, recordsAt);
  const hasMorePath = scalars.find((found) => hasMoreName.test(found.name))?.path ?? null;

  const startingAfter = named(/^starting_after$/i);
  const next = nextCursor(reader, scalars);
  if (startingAfter !== undefined && hasMorePath !== null && next === undefined) {
    return { kind: 'last-id', parameter: startingAfter.name, hasMorePath, ...limits };
  }
  const cursor = named(cursorName);
  // `offset` beside the records repeats the one that was sent; inside `next…` it is the next one (Asana).
  const echo =
    next !== undefined &&
    next.name === cursor?.name &&
    offsetName.test(next.name) &&
    !/next/i.test(next.path);
  if (cursor !== undefined && next !== undefined && !echo) {
    return {
      kind: 'cursor',
      in: 'query',
      parameter: cursor.name,
      nextPath: next.path,
      hasMorePath,
      ...limits,
    };
  }
  const offset = named(offsetName);
  const numbered = offset !== undefined && offset.type !== 'string' ? offset : undefined;
  if (numbered !== undefined) return { kind: 'offset', parameter: numbered.name, hasMorePath, ...limits };
  const link = scalars.find((found) => isNextLink(reader, found));
  if (link !== undefined) return { kind: 'next-link', nextPath: link.path, ...limits };
  if (call.responseHeaders.some((header) => header.toLowerCase() === 'link')) {
    return { kind: 'link-header', rel: 'next', ...limits };
  }
  const page = named(pageName);
  if (page !== undefined) {
    const firstPage =
      page.schema !== undefined && reader.shape(page.schema).keywords['default'] === 0 ? 0 : 1;
    return { kind: 'page', parameter: page.name, firstPage, hasMorePath, ...limits };
  }
  return offset === undefined ? null : { kind: 'offset', parameter: offset.name, hasMorePath, ...limits };
}

function nextCursor(reader: SchemaReader, scalars: readonly Found[]): Found | undefined {
  const candidates = scalars.filter(
    (found) => nextName.test(found.name) && !/(?:^|\.)prev/i.test(found.path) && !isUri(reader, found),
  );
  // `paging.next.after` says more than `cursor`, which may repeat the one that was sent.
  return candidates.find((found) => /next/i.test(found.path)) ?? candidates[0];
}

function isNextLink(reader: SchemaReader, found: Found): boolean {
  if (!nextLinkName.test(found.name) || !/next/i.test(found.path)) return false;
  return isUri(reader, found) || /link|ur[il]$|href|^(?:.*\.)?links\.next$/i.test(found.path);
}

function isUri(reader: SchemaReader, found: Found): boolean {
  const { keywords } = reader.shape(found.located);
  return (
    /^ur[il]/i.test(String(keywords['format'] ?? '')) ||
    /^https?:/.test(String(keywords['example'] ?? '')) ||
    /(?:^|\.)_?links\./.test(found.path)
  );
}

function maximum(reader: SchemaReader, schema: HttpCall['parameters'][number]['schema']): number | null {
  const value = schema === undefined ? undefined : reader.shape(schema).keywords['maximum'];
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null;
}
