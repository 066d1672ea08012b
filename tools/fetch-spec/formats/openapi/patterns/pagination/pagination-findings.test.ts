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
  [
    'max_id',
    found({ max_id: text, count: integer }),
    [['keyset', 'max_id', 'count', null, null, null, 'a page has no records that were not read before']],
  ],
  ['max_id without a limit', found({ max_id: text }), []],
  [
    'a scroll id in and out',
    found({ scroll_id: text }, { scroll_id: text }),
    [['cursor', 'scroll_id', null, null, null, 'scroll_id', 'scroll_id is absent or empty']],
  ],
  ['a limit alone', found({ limit: integer }), []],
  [
    'days from and to',
    found({ start: { ...text, format: 'date' }, from: { ...text, format: 'date-time' }, limit: integer }),
    [],
  ],
  ['a page of a document', found({ page: { ...integer, description: 'Which sheet to print' } }), []],
  [
    'a printed page and a highest price',
    found({
      page: { ...text, description: 'Return books containing this printed page number' },
      limit: { type: 'number', description: 'Maximum price' },
    }),
    [],
  ],
  [
    'a page of a website and a credit limit',
    found({
      page: { ...text, description: 'Slug of the CMS page on which the ticket was raised' },
      limit: { ...integer, description: 'Credit limit in euros' },
    }),
    [],
  ],
  [
    'a time zone and a size to choose',
    found({
      offset: { ...integer, description: 'Timezone offset in minutes' },
      size: { ...text, enum: ['s', 'm'], description: 'Size of the cat' },
    }),
    [],
  ],
  [
    'an offset of records beside a size of something',
    found({ offset: integer, size: { ...integer, description: 'Size of the cat' } }),
    [['offset', 'offset', null, null, null, null, 'a page has fewer records than the page before']],
  ],
  [
    'the position of a job and the next mail of a thread',
    found(
      { position: { ...text, description: 'Job position of the author' }, limit: integer },
      { next: { ...text, description: 'Name of the next mail in the thread' } },
    ),
    [],
  ],
  [
    'a stream position that goes on',
    found(
      { position: { ...text, description: 'The next_position of the last answer' }, limit: integer },
      { next_position: text },
    ),
    [['cursor', 'position', 'limit', null, null, 'next_position', 'next_position is absent or empty']],
  ],
  [
    'numbers that are measures, years and guests',
    found({
      from: { ...integer, description: 'Lowest price' },
      start: { ...integer, description: 'Start year' },
      limit: { ...integer, description: 'Number of past days to look at' },
      count: { ...integer, description: 'Guests in the room' },
    }),
    [],
  ],
  [
    'an offset beside a highest price and a number of days',
    found({
      skip: integer,
      max: { type: 'number', description: 'Maximum price of the items' },
      limit: { ...integer, description: 'The last 30 days' },
    }),
    [['offset', 'skip', null, null, null, null, 'a page has fewer records than the page before']],
  ],
  ['a cursor on the screen', found({ cursor: { ...text, description: 'CSS cursor shown to visitors' } }), []],
  ['a cursor to choose', found({ cursor: { ...text, enum: ['hand', 'arrow'] } }, { next_cursor: text }), []],
  [
    'a number of records as text',
    found({ offset: text, limit: { ...text, description: 'How many to return' } }),
    [['offset', 'offset', 'limit', null, null, null, 'a page has fewer records than limit']],
  ],
  [
    'a limit with its choices',
    found({ offset: integer, limit: { ...integer, enum: [10, 50] } }),
    [['offset', 'offset', 'limit', null, null, null, 'a page has fewer records than limit']],
  ],
  [
    'a Link header to a stylesheet',
    found({}, {}, { Link: { description: 'Links to the CSS stylesheet of the answer (rel=stylesheet)' } }),
    [],
  ],
  [
    'a Link header to a stylesheet beside pages',
    found({ page: integer, per_page: integer }, {}, { Link: { description: 'The stylesheet' } }),
    [['page', 'page', 'per_page', null, null, null, 'a page has fewer records than per_page']],
  ],
  ['a Link header of which nothing is said', found({}, {}, { Link: { schema: text } }), []],
  [
    'a Link header with the next page in its example',
    found({}, {}, { link: { schema: text, example: '<https://h.example/piers?p=2>; rel="next"' } }),
    [['link-header', null, null, null, null, null, 'the Link header has no rel="next"']],
  ],
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

const paged = (name: string, answer: JsonObject, limit?: JsonObject) => ({
  get: {
    parameters: [
      { name, in: 'query', schema: text, description: 'The cursor of the next page' },
      ...(limit === undefined ? [] : [{ name: 'limit', in: 'query', schema: limit }]),
    ],
    responses: { 200: json(answer) },
  },
});

test('the style of most lists comes first; lists share a finding only where they agree in every fact', () => {
  const whole = object({ data: list(item), meta: object({ next_cursor: text }) });
  const { pagination } = patternsOf({
    '/a': paged('marker', object({ data: list(item), next_marker: text })),
    '/b': paged('cursor', whole),
    '/c': paged('cursor', whole),
    '/d': paged('cursor', object({ data: list(item), next_cursor: text })),
  });
  expect(brief(pagination, 'parameter', 'nextPath', 'lists')).toStrictEqual([
    ['cursor', 'cursor', 'meta.next_cursor', 2],
    ['cursor', 'cursor', 'next_cursor', 1],
    ['cursor', 'marker', 'next_marker', 1],
  ]);
});

test('a fact of one list is not said of another: first value, limit, more to come', () => {
  const list200 = (beside: JsonObject) => ({ 200: json(object({ data: list(item), ...beside })) });
  const number = (name: string, schema: JsonObject) => ({ name, in: 'query', schema });
  const { pagination } = patternsOf({
    '/orders': {
      get: {
        parameters: [
          number('page', { ...integer, minimum: 0 }),
          number('limit', { ...integer, maximum: 10 }),
        ],
        responses: list200({ hasNextPage: { type: 'boolean' } }),
      },
    },
    '/people': {
      get: {
        parameters: [number('page', integer), number('per_page', integer)],
        responses: list200({}),
      },
    },
  });
  expect(pagination).toStrictEqual([
    {
      kind: 'page',
      detail: {
        parameter: 'page',
        firstValue: 0,
        hasMorePath: 'hasNextPage',
        limitParameter: 'limit',
        maxLimit: 10,
        stop: 'hasNextPage is false',
        lists: 1,
        entities: ['order'],
        calls: ['GET /orders'],
      },
      evidence: 'parameters and answer at /paths/~1orders/get',
      confidence: 0.8,
    },
    {
      kind: 'page',
      detail: {
        parameter: 'page',
        firstValue: null,
        hasMorePath: null,
        limitParameter: 'per_page',
        maxLimit: null,
        stop: 'a page has fewer records than per_page',
        lists: 1,
        entities: ['person'],
        calls: ['GET /people'],
      },
      evidence: 'parameters and answer at /paths/~1people/get',
      confidence: 0.8,
    },
  ]);
});

test('a way whose next page the answer shows goes before one that is only told in words', () => {
  const bare = object({ data: list(item) });
  const { pagination } = patternsOf({
    '/a': paged('cursor', bare),
    '/b': paged('cursor', bare),
    '/c': paged('cursor', object({ data: list(item), next_cursor: text })),
  });
  expect(brief(pagination, 'nextPath', 'lists')).toStrictEqual([
    ['cursor', 'next_cursor', 1],
    ['cursor', null, 2],
  ]);
});

test('the variants of one style leave room for the main way of another', () => {
  const variants = Object.fromEntries(
    Array.from({ length: 14 }, (_, index) => [
      `/a${index}`,
      paged('cursor', object({ data: list(item), next_cursor: text }), { ...integer, maximum: index + 10 }),
    ]),
  );
  const { pagination } = patternsOf({
    ...variants,
    '/z': paged('marker', object({ data: list(item), next_marker: text })),
  });
  expect(pagination.map(({ detail }) => detail['parameter'])).toStrictEqual([
    ...Array.from({ length: 11 }, () => 'cursor'),
    'marker',
  ]);
});

test.each(['/contacts.list', '/contacts/list', '/listContacts', '/contacts:search'])(
  'a POST that lists records pages by its body and has its changes: %s',
  (path) => {
    const body = object({
      cursor: text,
      limit: integer,
      updated_after: { ...text, format: 'date-time' },
    });
    const answer = json(object({ contacts: list(item), next_cursor: text }));
    const { pagination, incremental } = patternsOf({
      [path]: { post: { operationId: 'listContacts', requestBody: json(body), responses: { 200: answer } } },
    });
    expect([
      brief(pagination, 'parameter', 'in', 'entities'),
      brief(incremental, 'parameter', 'in'),
    ]).toStrictEqual([
      [['cursor', 'cursor', 'body', ['contact']]],
      [['updated-since-filter', 'updated_after', 'body']],
    ]);
  },
);

test.each<[string, string, JsonObject, unknown]>([
  [
    'items',
    'items=0-24',
    { 206: { ...json(list(item)), headers: { 'Content-Range': {} } } },
    [['offset', 'Range', 'header', 'items', 0, 'Content-Range ends at its total']],
  ],
  [
    'a unit that is not said, the whole list as well',
    '',
    { 200: json(list(item)), 206: { ...json(list(item)), headers: { 'content-range': {} } } },
    [['offset', 'Range', 'header', null, 0, 'content-range ends at its total']],
  ],
  ['bytes of a file', 'bytes=0-499', { 206: { ...json(list(item)), headers: { 'Content-Range': {} } } }, []],
  ['a range that no header answers', 'items=0-24', { 200: json(list(item)) }, []],
])('ranges of records: %s', (_, description, responses, expected) => {
  const parameters = [{ name: 'Range', in: 'header', schema: text, description }];
  const { pagination } = patternsOf({ '/piers': { get: { parameters, responses } } });
  expect(brief(pagination, 'parameter', 'in', 'unit', 'firstValue', 'stop')).toStrictEqual(expected);
});
