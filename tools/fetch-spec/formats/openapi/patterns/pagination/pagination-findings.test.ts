import { expect, test } from 'vitest';
import type { JsonObject } from '../../../../../core/json/json.ts';
import { brief, integer, json, list, object, patternsOf, text } from '../__fixtures__/patterns-of.ts';

const item = object({ id: text, name: text });

/** The paging found for a list of `data` with these query parameters, properties beside the data and headers. */
function found(query: Record<string, JsonObject>, beside: JsonObject = {}, headers: JsonObject = {}) {
  const parameters = Object.entries(query).map(([name, { description = '', ...schema }]) => ({
    name,
    in: 'query',
    description,
    schema,
  }));
  const answer = { ...json(object({ data: list(item), ...beside })), headers };
  const { pagination } = patternsOf({ '/piers': { get: { parameters, responses: { 200: answer } } } });
  return brief(pagination, 'parameter', 'limitParameter', 'maxLimit', 'firstValue', 'nextPath', 'stop');
}

test.each<[string, ReturnType<typeof found>, unknown]>([
  [
    'OData by numbers',
    found({ $top: integer, $skip: integer }, { '@odata.count': integer }),
    [['offset', '$skip', '$top', null, null, null, 'as many records as @odata\\.count were read']],
  ],
  [
    'OData by links',
    found({ $top: integer, $skip: integer }, { '@odata.nextLink': text }),
    [
      [
        'odata-next-link',
        null,
        '$top',
        null,
        null,
        '@odata\\.nextLink',
        '@odata\\.nextLink is absent or empty',
      ],
    ],
  ],
  [
    'JSON:API',
    found({ 'page[number]': { ...integer, minimum: 1 }, 'page[size]': { ...integer, maximum: 50 } }),
    [['page', 'page[number]', 'page[size]', 50, 1, null, 'a page has fewer records than page[size]']],
  ],
  [
    'a vendor prefix',
    found({ hbr_limit: integer, hbr_offset: integer }),
    [['offset', 'hbr_offset', 'hbr_limit', null, null, null, 'a page has fewer records than hbr_limit']],
  ],
  [
    'startAt, maxResults and total',
    found({ startAt: { ...integer, default: 0 }, maxResults: integer }, { total: integer }),
    [['offset', 'startAt', 'maxResults', null, 0, null, 'as many records as total were read']],
  ],
  [
    'a number of pages',
    found({ page: { ...integer, default: 0 }, size: integer }, { totalPages: integer }),
    [['page', 'page', 'size', null, 0, null, 'page has reached totalPages']],
  ],
  [
    'a Link header',
    found({ page: integer, per_page: integer }, {}, { Link: {} }),
    [['link-header', 'page', 'per_page', null, null, null, 'the Link header has no rel="next"']],
  ],
  [
    'since_id',
    found({ since_id: { ...integer, description: 'Records after the id' }, limit: integer }),
    [['keyset', 'since_id', 'limit', null, null, null, 'a page has fewer records than limit']],
  ],
  [
    'a cursor told in words',
    found({ cursor: { ...text, description: 'The `meta.next_cursor` of the page before' } }),
    [['cursor', 'cursor', null, null, null, 'meta.next_cursor', null]],
  ],
  [
    'next beside previous',
    found({}, { next: text, previous: text, count: integer }),
    [['next-link', null, null, null, null, 'next', 'next is absent or empty']],
  ],
  ['a limit alone', found({ limit: integer }), []],
  [
    'days from and to',
    found({ start: { ...text, format: 'date' }, from: { ...text, format: 'date-time' }, limit: integer }),
    [],
  ],
  ['a page of a document', found({ page: { ...integer, description: 'Which sheet to print' } }), []],
])('%s', (_, findings, expected) => {
  expect(findings).toStrictEqual(expected);
});

test('a search pages by its body; a body that writes does not page', () => {
  const body = object({ query: text, pagination: object({ cursor: text, limit: integer }) });
  const answer = json(object({ data: list(item), next_cursor: text }));
  const post = { requestBody: json(body), responses: { 200: answer } };
  const { pagination } = patternsOf({ '/piers/search': { post }, '/quays': { post } });
  expect(brief(pagination, 'parameter', 'in', 'nextPath', 'calls')).toStrictEqual([
    ['cursor', 'pagination.cursor', 'body', 'next_cursor', ['POST /piers/search']],
  ]);
});

test('the way of most lists comes first, and its details are those of the lists that show them', () => {
  const paged = (name: string, answer: JsonObject) => ({
    get: { parameters: [{ name, in: 'query', schema: text }], responses: { 200: json(answer) } },
  });
  const whole = object({ data: list(item), meta: object({ next_cursor: text }) });
  const { pagination } = patternsOf({
    '/a': paged('marker', object({ data: list(item), next_marker: text })),
    '/b': paged('cursor', whole),
    '/c': paged('cursor', whole),
    '/d': paged('cursor', object({ data: list(item), next_cursor: text })),
  });
  expect(brief(pagination, 'parameter', 'nextPath', 'lists')).toStrictEqual([
    ['cursor', 'cursor', 'meta.next_cursor', 3],
    ['cursor', 'marker', 'next_marker', 1],
  ]);
});
