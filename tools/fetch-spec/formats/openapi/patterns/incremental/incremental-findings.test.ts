import { expect, test } from 'vitest';
import type { JsonObject } from '../../../../../core/json/json.ts';
import { brief, integer, json, list, object, patternsOf, text } from '../__fixtures__/patterns-of.ts';

const stamped = object({ id: text, lastModifiedDate: { type: 'string', format: 'date-time' } });

function ofParameter(name: string, description = '', schema = text, place = 'query') {
  const parameters = [{ name, in: place, description, schema }];
  const responses = { 200: json(list(stamped)) };
  const { incremental } = patternsOf({ '/ships': { get: { parameters, responses } } });
  return brief(incremental, 'parameter', 'format');
}

test.each([
  'updated_since',
  'modifiedAfter',
  'updated_at_min',
  'min_updated_at',
  'startUpdatedDate',
  'begin_updated_at',
  'updatedAtAfterOrEqualTo',
  'fieldDataChangedStartDate',
  'filter[updated_at][gte]',
  'modified_at.after',
  'updated[gt]',
  'lastModifiedFrom',
])('%s filters by the last change', (name) => {
  expect(ofParameter(name)).toStrictEqual([['updated-since-filter', name, 'iso']]);
});

test.each([
  ['updated_before'],
  ['updated_at_max'],
  ['created_since'],
  ['completed_since', 'Tasks completed since'],
  ['last_updated_by_ids'],
  ['since', 'Only ships created after this time'],
  ['since', 'An id; only ships after it'],
  ['updatedAt', 'Ships whose stamp is equal to the value'],
  ['dateFrom', 'Departures after this day'],
  ['after', 'A cursor'],
])('%s (%s) does not', (name, description = '') => {
  expect(ofParameter(name, description)).toStrictEqual([]);
});

test.each([
  ['since', 'Only ships updated at or after this time', text, 'iso'],
  ['since', 'UNIX timestamp in milliseconds; ships changed after it', integer, 'epoch-ms'],
  ['updated_since', 'Unix time', integer, 'epoch-s'],
  ['updated-since', '', integer, null],
  ['updated_since', 'A timestamp', integer, null],
  ['updated_since_ms', '', integer, 'epoch-ms'],
  ['updated_since', '', { ...integer, example: 1_700_000_000 }, 'epoch-s'],
  ['updated_since', '', { ...integer, example: 1_700_000_000_000 }, 'epoch-ms'],
  ['modified_since', '', { type: 'string', format: 'date' }, 'date'],
  ['lastModified', 'Ships modified since this date', text, 'iso'],
])('%s, described “%s”, is written %s', (name, description, schema, format) => {
  expect(ofParameter(name, description, schema)).toStrictEqual([['updated-since-filter', name, format]]);
});

test('a unit that is not told lowers the confidence; each way of writing is a finding of its own', () => {
  const get = (schema: JsonObject) => ({
    get: {
      parameters: [{ name: 'updated_since', in: 'query', schema }],
      responses: { 200: json(list(stamped)) },
    },
  });
  const { incremental } = patternsOf({
    '/ships': get(integer),
    '/piers': get({ ...text, format: 'date-time' }),
    '/quays': get({ ...text, format: 'date-time' }),
  });
  expect(
    incremental.map(({ detail, confidence }) => [detail['format'], detail['calls'], confidence]),
  ).toStrictEqual([
    ['iso', ['GET /piers', 'GET /quays'], 0.85],
    [null, ['GET /ships'], 0.55],
  ]);
});

test.each([
  ['/ships', '@odata.deltaLink', ['@odata\\.deltaLink']],
  ['/ships', 'deltaLink', ['deltaLink']],
  ['/ships', 'sync', []],
  ['/ships/{id}', '@odata.deltaLink', []],
])('a link to what changed since, in the answer of %s: %s', (path, name, expected) => {
  const responses = { 200: json(object({ value: list(stamped), [name]: text })) };
  const { incremental } = patternsOf({ [path]: { get: { responses } } });
  expect(incremental.map(({ kind, detail }) => [kind, detail['nextPath']])).toStrictEqual(
    expected.map((nextPath) => ['sync-token', nextPath]),
  );
});

test('headers, filter languages, sort orders and sync tokens', () => {
  const get = (parameters: { [key: string]: unknown }[], answer = json(list(stamped))) => ({
    get: { parameters, responses: { 200: answer } } as never,
  });
  const { incremental } = patternsOf({
    '/ships': get([{ name: 'If-Modified-Since', in: 'header', schema: text }]),
    '/piers': get([{ name: '$filter', in: 'query', schema: text }]),
    '/quays': get([
      { name: 'order_by', in: 'query', schema: { type: 'string', enum: ['name', '-updated_at'] } },
    ]),
    '/events': get(
      [{ name: 'syncToken', in: 'query', schema: text }],
      json(object({ items: list(stamped), nextSyncToken: text })),
    ),
  });
  expect(brief(incremental, 'header', 'parameter', 'field', 'value', 'nextPath')).toStrictEqual([
    ['modified-since-header', 'If-Modified-Since', null, null, null, null],
    ['sync-token', null, 'syncToken', null, null, 'nextSyncToken'],
    ['search-filter', null, '$filter', 'lastModifiedDate', null, null],
    ['sort-by-updated', null, 'order_by', null, '-updated_at', null],
  ]);
});
