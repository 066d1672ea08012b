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

test('the limit of one batch call is not said of another', () => {
  const ids = object({ ids: { ...list(text), maxItems: 10 } });
  const { bulk } = patternsOf({
    '/ships/_bulk': post('x', list(ship)),
    '/ships/bulk_delete': post('x', ids),
    '/piers/bulk_delete': post('x', ids),
  });
  expect(bulk).toStrictEqual([
    {
      kind: 'batch-calls',
      detail: { maxRecords: 10, calls: ['POST /ships/bulk_delete', 'POST /piers/bulk_delete'] },
      evidence: 'call at /paths/~1ships~1bulk_delete/post',
      confidence: 0.85,
    },
    {
      kind: 'batch-calls',
      detail: { maxRecords: null, calls: ['POST /ships/_bulk'] },
      evidence: 'call at /paths/~1ships~1_bulk/post',
      confidence: 0.85,
    },
  ]);
});

test('a limit in the introduction holds for every batch call, one in an answer only there', () => {
  const paths = { '/ships/batch': post('x'), '/piers/batch': post('x') };
  const limits = (parts: JsonObject, more: JsonObject = {}) =>
    brief(patternsOf({ ...paths, ...more }, parts).bulk, 'maxRecords', 'calls');
  expect(limits({ info: { title: 'H', description: 'A batch takes up to 50 records.' } })).toStrictEqual([
    ['batch-calls', 50, ['POST /ships/batch', 'POST /piers/batch']],
  ]);
  const responses = { 400: { description: 'The batch has more than 20 records' } };
  expect(limits({}, { '/docks': post('x', ship, { responses }) })).toStrictEqual([
    ['batch-calls', null, ['POST /ships/batch', 'POST /piers/batch']],
  ]);
});

const hook = (name: string, description: string): JsonObject => ({
  requestBody: json(ship),
  parameters: [{ name, in: 'header', required: true, description, schema: text }],
  responses: { 200: { description: 'x' } },
});

test.each<[string, JsonObject, JsonObject, string, string | null, number, string]>([
  [
    'webhooks of 3.1',
    { webhooks: { landed: { post: hook('X-Harbour-Signature', 'HMAC-SHA256 hex digest of the raw body') } } },
    {},
    'X-Harbour-Signature',
    'hmac-sha256',
    0.9,
    '/webhooks/landed/post/parameters/0',
  ],
  [
    'x-webhooks, the algorithm in the name',
    { 'x-webhooks': { landed: { post: hook('X-Harbour-Hmac-SHA512', '') } } },
    {},
    'X-Harbour-Hmac-SHA512',
    'hmac-sha512',
    0.9,
    '/x-webhooks/landed/post/parameters/0',
  ],
  [
    'a parameter of all calls of an event, by reference',
    {
      webhooks: { landed: { parameters: [{ $ref: '#/components/parameters/Seal' }], post: {} } },
      components: { parameters: { Seal: { name: 'Seal', in: 'header', description: 'The body, signed' } } },
    },
    {},
    'Seal',
    null,
    0.75,
    '/components/parameters/Seal',
  ],
  [
    'a callback',
    {},
    { callbacks: { landed: { '{$request.body#/url}': { post: hook('X-Hub-Signature-256', 'x') } } } },
    'X-Hub-Signature-256',
    null,
    0.9,
    '/paths/~1piers/post/callbacks/landed/{$request.body#~1url}/post/parameters/0',
  ],
])(
  'a signature that calls to the receiver declare: %s',
  (_, parts, call, header, algorithm, confidence, at) => {
    const { webhooks } = patternsOf({ '/piers': post('x', ship, call) }, parts);
    expect(webhooks.filter(({ kind }) => kind === 'signature')).toStrictEqual([
      {
        kind: 'signature',
        detail: { header, algorithm },
        evidence: `header parameter at ${at}`,
        confidence,
      },
    ]);
  },
);

test.each([
  ['X-Request-Id', 'For the logs'],
  ['X-Harbour-Signature', 'Signatures are no longer sent'],
])('no signature: %s', (name, description) => {
  const { webhooks } = patternsOf({}, { webhooks: { landed: { post: hook(name, description) } } });
  expect(brief(webhooks)).toStrictEqual([['declared']]);
});

test.each([
  ['Archives the account (soft delete)', 'archived-flag'],
  ['Archive', 'archived-flag'],
  ['Soft delete a ship', 'tombstones'],
  ['Delete a ship. The ship is marked as deleted.', 'tombstones'],
  ['Moves the ship to the trash.', 'tombstones'],
  ['Delete a ship', undefined],
  ['Archive file deletion', undefined],
  ['Deletes an archived ship', undefined],
  ['Delete a ship. Soft deletion is not supported.', undefined],
  ['Delete a ship. If it was marked as deleted, nothing happens.', undefined],
])('a DELETE that says “%s”: %s', (summary, kind) => {
  const call = { delete: { summary, responses: { 204: { description: 'x' } } } };
  const { deletes } = patternsOf({ '/ships/{id}': call });
  expect(deletes.map((finding) => [finding.kind, finding.detail, finding.confidence])).toStrictEqual(
    kind === undefined ? [] : [[kind, { field: null, calls: ['DELETE /ships/{id}'] }, 0.6]],
  );
});

test('flags among the attributes of JSON:API', () => {
  const attributes = object({ name: text, archived_at: { type: 'string', format: 'date-time' } });
  const resource = object({ id: text, type: text, attributes });
  const { deletes } = patternsOf({
    '/ships': { get: { responses: { 200: json(object({ data: list(resource) })) } } },
  });
  expect(brief(deletes, 'field', 'entities')).toStrictEqual([
    ['archived-flag', 'attributes.archived_at', ['ship']],
  ]);
});
