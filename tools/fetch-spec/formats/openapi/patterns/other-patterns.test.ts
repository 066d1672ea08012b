import { expect, test } from 'vitest';
import type { JsonObject } from '../../../../core/json/json.ts';
import { brief, json, list, object, patternsOf, text } from './__fixtures__/patterns-of.ts';

const ship = object({ id: text, name: text });
const post = (summary: string, body: JsonObject = ship, more: JsonObject = {}) => ({
  post: { summary, requestBody: json(body), responses: { 200: { description: 'x' } }, ...more },
});

test('keys of idempotency: headers, body and what a description says; not ids for the logs', () => {
  const header = (name: string, description: string) => ({ name, in: 'header', description, schema: text });
  const { idempotency } = patternsOf({
    '/a': post('x', ship, {
      parameters: [header('Harbour-Request-Id', 'The server stores keys for 6 hours.')],
    }),
    '/b': post('x', object({ idempotency_key: text })),
    '/c': post('x', ship, { parameters: [header('X-Request-Id', 'For the logs')] }),
    '/d': post('x', object({ IdempotencySupported: text })),
  });
  expect(brief(idempotency, 'header', 'parameter', 'in')).toStrictEqual([
    ['idempotency-key', null, 'idempotency_key', 'body'],
    ['idempotency-key', 'Harbour-Request-Id', null, null],
  ]);
});

test('upserts need a key of the caller; a PUT that creates has its address', () => {
  const put = (summary: string) => ({ put: { summary, requestBody: json(ship), responses: {} } });
  const { idempotency } = patternsOf({
    '/ships/upsert': post('Upsert ships'),
    '/piers': post('Create or update a pier', object({ external_id: text })),
    '/quays': post('Create or update a quay', object({ id: text })),
    '/secrets/{name}': put('Create or update a secret'),
    '/locks/{id}': put('Update a lock'),
  });
  expect(brief(idempotency, 'parameter', 'calls')).toStrictEqual([
    ['external-id-upsert', null, ['POST /ships/upsert', 'POST /piers']],
    ['put', null, ['PUT /secrets/{name}']],
  ]);
});

test.each([
  ['/ships/batch', 'x', 'batch-calls'],
  ['/ships/batch-create', 'x', 'batch-calls'],
  ['/ships/insertMultiple', 'x', 'batch-calls'],
  ['/ships:batchGet', 'x', 'batch-calls'],
  ['/ships', 'Bulk create ships', 'batch-calls'],
  ['/batch-payments', 'Make a payment of a batch', undefined],
  ['/ships', 'Create a ship. Batch creation is not supported', undefined],
  ['/collections', 'Create a collection', undefined],
])('%s (%s): %s', (path, summary, kind) => {
  expect(patternsOf({ [path]: post(summary) }).bulk[0]?.kind).toBe(kind);
});

test('one or more records are a batch where the body takes a list', () => {
  const kinds = (body: JsonObject) =>
    brief(patternsOf({ '/ships': post('Creates one or more ships', body) }).bulk);
  expect(kinds(object({ ships: list(ship) }))).toStrictEqual([['batch-calls']]);
  expect(kinds(ship)).toStrictEqual([]);
});

test('a bulk collection of jobs is no batch call', () => {
  const get = { responses: { 200: json(ship) } };
  const { bulk } = patternsOf({ '/bulk/read': post('Read'), '/bulk/read/{job_id}': { get } });
  expect(brief(bulk, 'calls')).toStrictEqual([['async-job', ['POST /bulk/read']]]);
  const payments = { '/BatchPayments': post('Pay'), '/BatchPayments/{BatchPaymentID}': { get } };
  expect(patternsOf(payments).bulk).toStrictEqual([]);
});

test('one record in the bin is no list of deleted ones', () => {
  const get = { responses: { 200: json(list(ship)) } };
  const { deletes } = patternsOf({ '/files/{file_id}/trash': { get }, '/folders/trash/items': { get } });
  expect(brief(deletes, 'calls')).toStrictEqual([['deleted-list', ['GET /folders/trash/items']]]);
});

test('subscriptions by the address in their body, callbacks, and a secret of signatures', () => {
  const secret = {
    type: 'string',
    description: 'The secret that signs: used to generate webhook signatures.',
  };
  const { webhooks } = patternsOf({
    '/actions/watch': post('x', object({ watch: list(object({ notify_url: text })) })),
    '/webhook_endpoints': post('x', object({ url: text, secret })),
    '/loans': post('x', ship, { callbacks: { repaid: {} } }),
    '/subscriptions': post('A plan', object({ plan: text })),
  });
  expect(brief(webhooks, 'calls', 'events')).toStrictEqual([
    ['declared', ['POST /loans'], ['repaid']],
    ['subscription-calls', ['POST /actions/watch', 'POST /webhook_endpoints'], null],
    ['signature', null, null],
  ]);
});

test('a PUT to the key of another system is an upsert, whatever its words say', () => {
  const put = { put: { summary: 'Save', requestBody: json(ship), responses: {} } };
  const { idempotency } = patternsOf({
    '/ships/external/{externalId}': put,
    '/piers/external-id/{external_id}': put,
    '/quays/{id}': put,
    '/docks/{externalId}/lock/{id}': put,
  });
  expect(brief(idempotency, 'parameter', 'calls')).toStrictEqual([
    [
      'external-id-upsert',
      'externalId',
      ['PUT /ships/external/{externalId}', 'PUT /piers/external-id/{external_id}'],
    ],
  ]);
});
