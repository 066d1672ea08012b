import { expect, test } from 'vitest';
import type { Json } from '../../../../core/json/json.ts';
import { SchemaReader } from '../../../../core/openapi/schema-reader.ts';
import { readCalls } from '../http-call.ts';
import { findPagination } from './pagination.ts';

/** Pagination of a list of `data` with these query parameters and these properties beside the data. */
function paging(
  parameters: Record<string, Json>,
  beside: Record<string, Json>,
  headers: Record<string, Json> = {},
) {
  const properties = { data: { type: 'array', items: { type: 'object' } }, ...beside };
  const schema = { type: 'object', properties };
  const get = {
    parameters: Object.entries(parameters).map(([name, schema]) => ({ name, in: 'query', schema })),
    responses: { 200: { headers, content: { 'application/json': { schema } } } },
  };
  const reader = new SchemaReader({ paths: { '/things': { get } } });
  const [call] = readCalls(reader);
  return call === undefined ? undefined : findPagination(reader, call, 'data');
}

const text = { type: 'string' };
const number = { type: 'integer' };
const nested = (name: string, inner: Json) => ({ type: 'object', properties: { [name]: inner } });
const unlimited = { limitParameter: null, maxLimit: null };

test.each<[string, ReturnType<typeof paging>, unknown]>([
  [
    'HubSpot',
    paging(
      { after: text, limit: { type: 'integer', maximum: 100 } },
      { paging: nested('next', { type: 'object', properties: { after: text, link: text } }) },
    ),
    {
      kind: 'cursor',
      in: 'query',
      parameter: 'after',
      nextPath: 'paging.next.after',
      hasMorePath: null,
      limitParameter: 'limit',
      maxLimit: 100,
    },
  ],
  [
    'Stripe',
    paging(
      { starting_after: text, ending_before: text, limit: number },
      { has_more: { type: 'boolean' }, url: text },
    ),
    {
      kind: 'last-id',
      parameter: 'starting_after',
      hasMorePath: 'has_more',
      limitParameter: 'limit',
      maxLimit: null,
    },
  ],
  [
    'NetSuite',
    paging(
      { offset: number, limit: number },
      { hasMore: { type: 'boolean' }, offset: number, count: number },
    ),
    { kind: 'offset', parameter: 'offset', hasMorePath: 'hasMore', limitParameter: 'limit', maxLimit: null },
  ],
  [
    'Asana',
    paging(
      { offset: text, limit: number },
      { next_page: { type: 'object', properties: { offset: text, path: text } } },
    ),
    {
      kind: 'cursor',
      in: 'query',
      parameter: 'offset',
      nextPath: 'next_page.offset',
      hasMorePath: null,
      limitParameter: 'limit',
      maxLimit: null,
    },
  ],
  [
    'OData',
    paging({}, { '@odata.nextLink': text }),
    { kind: 'next-link', nextPath: '@odata\\.nextLink', ...unlimited },
  ],
  [
    'Salesforce',
    paging({}, { nextRecordsUrl: text, done: { type: 'boolean' } }),
    { kind: 'next-link', nextPath: 'nextRecordsUrl', ...unlimited },
  ],
  [
    'GitHub',
    paging({ page: number, per_page: number }, {}, { Link: {} }),
    { kind: 'link-header', rel: 'next', limitParameter: 'per_page', maxLimit: null },
  ],
  [
    'pages',
    paging({ page: { type: 'integer', default: 0 } }, { total: number }),
    { kind: 'page', parameter: 'page', firstPage: 0, hasMorePath: null, ...unlimited },
  ],
  ['no evidence', paging({ limit: number, sort: text }, { total: number }), null],
])('%s', (_, found, expected) => {
  expect(found).toStrictEqual(expected);
});
