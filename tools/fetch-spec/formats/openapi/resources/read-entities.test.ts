import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../../core/json/json.ts';
import { describeOpenApi } from '../describe-openapi.ts';

const text = { type: 'string' };
const object = (properties: JsonObject): JsonObject => ({ type: 'object', properties });
const record = object({ id: text, name: text, state: text });
const body = (schema?: Json) => ({ content: { 'application/json': schema === undefined ? {} : { schema } } });
const answer = (schema?: Json) => ({ responses: { 200: { description: '', ...body(schema) } } });
const one = (name: string) => answer(object({ ok: { type: 'boolean' }, [name]: record }));
const many = (name: string) =>
  answer(object({ ok: { type: 'boolean' }, [name]: { type: 'array', items: record }, next: text }));
const whole = answer(record);
const send = (call: JsonObject, schema?: Json): JsonObject => ({ ...call, requestBody: body(schema) });

function read(document: JsonObject) {
  const description = describeOpenApi({
    document: { openapi: '3.1.0', info: { title: 'Example', version: '1' }, ...document },
    format: 'openapi-3.1',
    origin: '/example.yaml',
  });
  const entities = description.entities.map(({ name, operations, fieldCount, schemaAt }) => ({
    name,
    calls: Object.entries(operations).map(([kind, { method, path, responseAt }]) =>
      `${kind} ${method} ${path} ${responseAt}`.trim(),
    ),
    fieldCount,
    schemaAt,
  }));
  return { entities, warnings: description.warnings };
}
/** Calls by record type. */
const callsOf = (paths: JsonObject) =>
  Object.fromEntries(read({ paths }).entities.map(({ name, calls }) => [name, calls]));

test('names and verbs joined by a dot, records in envelopes of any name', () => {
  expect(
    callsOf({
      '/rooms.list': { get: many('rooms') },
      '/rooms.open': { post: one('room') },
      '/people.info': { get: one('person') },
      '/people.list': { get: many('members') },
      '/people.create': { post: send(one('person'), object({ name: text })) },
      '/notes.send': { post: send(one('note'), object({ text })) },
      '/session.test': { get: answer(object({ ok: { type: 'boolean' } })) },
    }),
  ).toStrictEqual({
    room: ['list GET /rooms.list rooms'],
    person: [
      'get GET /people.info person',
      'list GET /people.list members',
      'create POST /people.create person',
    ],
  });
});

test('everything by POST', () => {
  expect(
    callsOf({
      '/application.list': { post: many('results') },
      '/application.info': { post: one('results') },
      '/candidate.create': { post: send(one('results'), object({ name: text })) },
      '/candidate.search': { post: many('results') },
      '/candidate.addTag': { post: one('results') },
    }),
  ).toStrictEqual({
    application: ['list POST /application.list results', 'get POST /application.info results'],
    candidate: ['create POST /candidate.create results', 'search POST /candidate.search results'],
  });
});

test('a few calls with dots among others', () => {
  expect(
    callsOf({
      '/customers': { get: many('data'), post: send(whole, record) },
      '/customers/{id}': { get: whole },
      '/orders': { get: many('data') },
      '/orders/{id}': { get: whole },
      '/users.list': { get: many('members') },
      '/users.info': { get: one('user') },
    }),
  ).toStrictEqual({
    customer: ['list GET /customers data', 'get GET /customers/{id}', 'create POST /customers'],
    order: ['list GET /orders data', 'get GET /orders/{id}'],
    user: ['list GET /users.list members', 'get GET /users.info user'],
  });
});

test('verbs before names', () => {
  expect(
    callsOf({
      '/v1/getCustomer': { get: one('customer') },
      '/v1/getCustomers': { get: many('customers') },
      '/v1/createCustomer': { post: send(one('customer'), record) },
      '/listInvoices': { get: many('invoices') },
      '/getInvoice/{id}': { get: whole },
    }),
  ).toStrictEqual({
    customer: [
      'get GET /v1/getCustomer customer',
      'list GET /v1/getCustomers customers',
      'create POST /v1/createCustomer customer',
    ],
    invoice: ['list GET /listInvoices invoices', 'get GET /getInvoice/{id}'],
  });
});

test('verbs and phrases behind names', () => {
  expect(
    callsOf({
      '/invoice/list.json': { get: many('invoices') },
      '/invoice/get/{id}': { get: whole },
      '/api/Contact/GetAll': { get: many('data') },
      '/api/Contact/GetById': { get: whole },
      '/api/Contact/Create': { post: send(whole, record) },
      '/deal/findById/{id}': { get: whole },
      '/deal/deleteByCode/{code}': { delete: answer() },
    }),
  ).toStrictEqual({
    invoice: ['list GET /invoice/list.json invoices', 'get GET /invoice/get/{id}'],
    contact: [
      'list GET /api/Contact/GetAll data',
      'get GET /api/Contact/GetById',
      'create POST /api/Contact/Create',
    ],
    deal: ['get GET /deal/findById/{id}', 'delete DELETE /deal/deleteByCode/{code}'],
  });
});

test('verbs behind a colon', () => {
  expect(
    callsOf({
      '/v1/customers/{id}': { get: whole },
      '/v1/customers/{id}:archive': { post: whole },
      '/v1/customers:search': { post: send(many('customers'), object({ text })) },
      '/v1/customers:batchGet': { get: many('customers') },
    }),
  ).toStrictEqual({ customer: ['get GET /v1/customers/{id}', 'search POST /v1/customers:search customers'] });
});

test('calls that say nothing of their bodies have the schema of their name, with a warning', () => {
  const schemas = {
    Sharing_Rules: record,
    Rules_Page: record,
    Rule_Ref: object({ id: text }),
    Visit: record,
    Report: record,
  };
  const { entities, warnings } = read({
    components: { schemas },
    paths: {
      '/settings/sharing/rules': { get: answer(), post: send(answer()) },
      '/Visits__c': { get: answer() },
      '/Visits__c/{id}': { get: answer(), put: send(answer()) },
      '/reports/{id}': { delete: answer() },
      '/rule_refs': { get: answer() },
      '/rule_refs/{id}': { get: answer() },
    },
  });
  expect(entities.map(({ calls, fieldCount, schemaAt }) => [calls, fieldCount, schemaAt])).toStrictEqual([
    [
      ['get GET /settings/sharing/rules', 'create POST /settings/sharing/rules'],
      3,
      '/components/schemas/Sharing_Rules',
    ],
    [
      ['list GET /Visits__c', 'get GET /Visits__c/{id}', 'update PUT /Visits__c/{id}'],
      3,
      '/components/schemas/Visit',
    ],
    [['list GET /rule_refs', 'get GET /rule_refs/{id}'], 0, null],
  ]);
  const guess = (path: string, name: string) => ({
    code: 'schema_by_name',
    message: `The calls at ${path} do not describe their bodies; the schema of that name is taken for them`,
    at: `/components/schemas/${name}`,
  });
  expect(warnings.filter(({ code }) => code === 'schema_by_name')).toStrictEqual([
    guess('/settings/sharing/rules', 'Sharing_Rules'),
    guess('/Visits__c', 'Visit'),
  ]);
});

test('without paths: named schemas, and the bodies of webhooks out of their envelope', () => {
  const event = (schema: Json) => ({ post: { requestBody: body(schema), responses: {} } });
  const hooks = {
    'order.created': event(object({ event: text, data: record })),
    newPet: event({ $ref: '#/components/schemas/Pet' }),
    customerUpdated: event(object({ event: text, customer: record })),
    ping: event(object({})),
  };
  const order = {
    name: 'order',
    calls: [],
    fieldCount: 3,
    schemaAt: '/webhooks/order.created/post/requestBody/content/application~1json/schema/properties/data',
  };
  const customer = {
    ...order,
    name: 'customer',
    schemaAt:
      '/webhooks/customerUpdated/post/requestBody/content/application~1json/schema/properties/customer',
  };
  const pet = { name: 'pet', calls: [], fieldCount: 3, schemaAt: '/components/schemas/Pet' };
  const components = { schemas: { Pet: record, Name: text } };
  expect(read({ webhooks: hooks, components }).entities).toStrictEqual([pet, order, customer]);
  expect(read({ components }).entities).toStrictEqual([pet]);
  const old = read({ 'x-webhooks': { 'order.created': hooks['order.created'] }, paths: {} });
  expect(old.entities).toStrictEqual([
    { ...order, schemaAt: order.schemaAt.replace('/webhooks', '/x-webhooks') },
  ]);
});

const customer = object({ customerId: text, name: text });
const things = { type: 'array', items: customer };
const others: JsonObject = Object.fromEntries(
  ['apples', 'pears', 'plums', 'figs', 'nuts'].map((name) => [
    `/${name}`,
    { get: answer({ type: 'array', items: record }) },
  ]),
);

test('verbs before names among paths that are written otherwise', () => {
  const all = callsOf({
    ...others,
    '/getCustomer': { get: answer(customer) },
    '/listCustomers': { get: answer(things) },
    '/createOrUpdateCustomer': { post: send(answer(customer), customer) },
    '/deleteCustomer': { post: send(answer(), object({ customerId: text })) },
    // Beside a collection, and nothing but a deletion or a change.
    '/create-nut': { post: { ...send(answer(record), record), operationId: 'create_nut' } },
    '/deleteAccount': { post: send(answer(), object({ id: text })) },
    '/apples/{id}/updatePassword': { post: send(answer(), object({ password: text })) },
  });
  expect(all).toStrictEqual({
    ...Object.fromEntries(['apple', 'pear', 'plum', 'fig'].map((name) => [name, [`list GET /${name}s`]])),
    nut: ['list GET /nuts', 'create POST /create-nut'],
    customer: [
      'get GET /getCustomer',
      'list GET /listCustomers',
      'upsert POST /createOrUpdateCustomer',
      'delete POST /deleteCustomer',
    ],
  });
});

test('names that begin with a word that can be a verb', () => {
  const all = callsOf({
    ...others,
    '/update-histories': { get: answer({ type: 'array', items: record }) },
    '/list-prices': { get: answer({ type: 'array', items: record }), post: send(answer(), record) },
  });
  expect([all['updateHistory'], all['listPrice']]).toStrictEqual([
    ['list GET /update-histories'],
    ['list GET /list-prices', 'create POST /list-prices'],
  ]);
});

test('paths that lead to records of a collection belong to it, and reports are no records', () => {
  const schemas = { Thing: record, User: object({ id: text, mail: text }) };
  const named = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const thing = answer(named('Thing'));
  const listed = answer({ type: 'array', items: named('Thing') });
  const { entities } = read({
    components: { schemas },
    paths: {
      '/users/me': { get: answer(named('User')) },
      '/users': { get: answer({ type: 'array', items: named('User') }) },
      '/users/{id}': { get: answer(named('User')) },
      '/users/{id}/manager': { get: answer(named('User')) },
      '/users/{id}/photo': { get: answer(object({ id: text, url: text })) },
      '/things': { get: listed, post: send(thing, named('Thing')) },
      '/things/{id}': {
        get: thing,
        put: { ...send(thing, named('Thing')), summary: 'Create or replace a thing' },
      },
      '/things/external-id/{external_id}': { put: send(thing, named('Thing')) },
      '/things/by-ref/{ref}': { get: thing, delete: answer() },
      '/things/recent': { get: listed },
      '/things/count': { get: answer(object({ count: text })) },
      '/things/deleted': { get: answer({ type: 'array', items: object({ id: text, at: text }) }) },
      '/reports/summary': { get: answer(object({ revenue: text, count: text })) },
      '/health': { get: answer(object({ status: text })) },
      '/settings': { get: answer(object({ theme: text, zone: text })) },
    },
  });
  expect(Object.fromEntries(entities.map(({ name, calls }) => [name, calls]))).toStrictEqual({
    user: ['list GET /users', 'get GET /users/{id}'],
    photo: ['get GET /users/{id}/photo'],
    thing: [
      'list GET /things',
      'get GET /things/{id}',
      'create POST /things',
      'upsert PUT /things/external-id/{external_id}',
      'update PUT /things/{id}',
      'delete DELETE /things/by-ref/{ref}',
    ],
    deleted: ['list GET /things/deleted'],
    settings: ['get GET /settings'],
  });
});

test('a search below a collection that nothing lists, and one that stands alone', () => {
  const filter = object({ filter: text, cursor: text });
  const asking = { ...object({ term: text }), required: ['term'] };
  expect(
    callsOf({
      '/orders/{id}': { get: whole },
      '/orders/search': { post: send(many('results'), filter) },
      '/invoices/search': { post: send(many('results'), asking) },
      '/parcel/query': { post: { ...send(many('results'), filter), operationId: 'queryParcels' } },
      '/crm/search': { post: send(many('results'), filter) },
      '/things/search': { post: send(answer(object({ ok: { type: 'boolean' } })), filter) },
      '/teams': { get: many('teams') },
      '/teams/search': { post: send(many('results'), filter) },
    }),
  ).toStrictEqual({
    order: ['get GET /orders/{id}', 'search POST /orders/search results', 'list POST /orders/search results'],
    invoice: ['search POST /invoices/search results'],
    parcel: ['search POST /parcel/query results', 'list POST /parcel/query results'],
    team: ['list GET /teams teams', 'search POST /teams/search results'],
  });
});
