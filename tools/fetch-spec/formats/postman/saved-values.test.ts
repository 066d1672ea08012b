import { expect, test } from 'vitest';
import { testContext } from '../../../core/__fixtures__/test-context.ts';
import { property } from '../../../core/json/json.ts';
import { openText } from '../../front-door/__fixtures__/open-text.ts';
import { postmanLoader } from './postman-loader.ts';

const json = [{ key: 'Content-Type', value: 'application/json' }];
const base = '{{base}}';
const charge = {
  name: 'Create a charge',
  request: {
    method: 'POST',
    header: [
      { key: 'X-Shop-Secret', value: 's3cr3t-header' },
      { key: 'X-Old', value: '1', disabled: true },
    ],
    url: {
      raw: `${base}/charges?api_key=s3cr3t-query&expand=customer`,
      host: [base],
      path: ['charges'],
      query: [
        { key: 'api_key', value: 's3cr3t-query' },
        { key: 'expand', value: 'customer' },
        { key: 'old', value: '1', disabled: true },
      ],
    },
    body: {
      mode: 'urlencoded',
      urlencoded: [
        { key: 'amount', value: '2000', description: 'Minor units [required]' },
        { key: 'card[number]', value: '4242' },
        { key: 'items[0][sku]', value: 'A1' },
        { key: 'items[0][qty]', value: '2' },
        { key: 'items[1][sku]', value: 'B1' },
        { key: 'client_secret', value: 's3cr3t-form' },
        { key: '__proto__[polluted]', value: 'x' },
        { key: 'legacy', value: '1', disabled: true },
      ],
    },
  },
  response: [{ name: 'ok', code: 200, header: json, body: '{"id":"ch_1","token":"s3cr3t-answer"}' }],
};
const upload = {
  name: 'Upload',
  request: {
    method: 'POST',
    url: `${base}/charges/:id/files?api_key=s3cr3t-raw`,
    body: {
      mode: 'formdata',
      formdata: [
        { key: 'document', type: 'file', src: '/home/s3cr3t/file.pdf' },
        { key: 'title', value: 'x', type: 'text' },
      ],
    },
  },
};
const keyed = {
  name: 'List',
  request: {
    auth: {
      type: 'apikey',
      apikey: [
        { key: 'key', value: 'X-Harbor-Key' },
        { key: 'value', value: 's3cr3t-k' },
      ],
    },
    method: 'GET',
    url: `${base}/berths`,
  },
  response: [{ name: 'ok', code: 200, header: json, body: '{"berths":[{"id":1,"length_m":12.5}]}' }],
};
const graph = {
  name: 'boats',
  request: {
    method: 'POST',
    url: `${base}/graphql`,
    body: {
      mode: 'graphql',
      graphql: {
        query:
          'query($n:Int){ boats(first:$n) { nodes { id name owner { id email } } pageInfo { endCursor hasNextPage } } }',
        variables: '{"n": 10}',
      },
    },
  },
};
const collection = {
  info: { name: 'Harbor', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
  variable: [
    { key: 'base', value: 'https://api.harbor.example/v2' },
    { key: 'secret', value: 's3cr3t-variable' },
  ],
  event: [{ listen: 'prerequest', script: { exec: ["pm.environment.set('k', 's3cr3t-script')"] } }],
  item: [
    {
      name: 'Charges',
      auth: { type: 'basic', basic: [{ key: 'password', value: 's3cr3t-pass' }] },
      item: [charge, upload],
    },
    { name: 'Berths', item: [keyed] },
    { name: 'Graph', item: [graph] },
  ],
};

async function load(value: unknown) {
  const opened = openText(JSON.stringify(value));
  return postmanLoader.load(opened, postmanLoader.recognise(opened) ?? '', testContext());
}
const described = await load(collection);
const at = (...steps: string[]) =>
  steps.reduce<unknown>((inner, step) => property(inner, step), described.document);

test('nothing that somebody saved as a secret, in whatever place, is kept', () => {
  expect(JSON.stringify(described)).not.toContain('s3cr3t');
});

test('of parameters and forms what is switched off is left out, and the others keep their values', () => {
  expect(at('paths', '/charges', 'post', 'parameters')).toStrictEqual([
    expect.not.objectContaining({ examples: expect.anything() }),
    expect.objectContaining({
      name: 'expand',
      examples: { 'Default example': expect.objectContaining({ value: 'customer' }) },
    }),
    expect.not.objectContaining({ examples: expect.anything() }),
  ]);
  expect(JSON.stringify(described.document)).not.toMatch(/x-old|"old"|legacy|polluted/i);
});

test('a form is the record that its keys make', () => {
  const form = at('paths', '/charges', 'post', 'requestBody', 'content', 'application/x-www-form-urlencoded');
  expect(property(form, 'schema')).toMatchObject({
    properties: {
      amount: { type: 'string', description: 'Minor units' },
      card: { properties: { number: { type: 'string' } } },
      items: { type: 'array', items: { properties: { sku: {}, qty: {} } } },
      client_secret: { type: 'string' },
    },
    required: ['amount'],
  });
  const file = at('paths', '/charges/{id}/files', 'post', 'requestBody', 'content', 'multipart/form-data');
  expect(property(file, 'schema')).toMatchObject({
    properties: { document: { type: 'string', format: 'binary' }, title: { type: 'string' } },
  });
});

test('what a folder says of authentication, and the name of a key that only a request says, are read', () => {
  expect(described.patterns.auth.map(({ kind, detail }) => [kind, detail['name']])).toStrictEqual([
    ['basic', undefined],
    ['api-key', 'X-Harbor-Key'],
  ]);
});

test('a GraphQL call without a saved answer: the record that its query asks for', () => {
  const boat = described.entities.find(({ name }) => name === 'boat');
  expect(boat).toMatchObject({
    fieldCount: 3,
    operations: { list: { method: 'POST', path: '/v2/graphql' } },
  });
});

test('version 2.0: settings as an object, headers as one text, addresses as texts, empty requests', async () => {
  const old = await load({
    info: { name: 'Old', schema: 'https://schema.getpostman.com/json/collection/v2.0.0/collection.json' },
    auth: { type: 'apikey', apikey: { key: 'X-Old-Key', value: 's3cr3t', in: 'header' } },
    item: [
      {
        name: 'Create a thing',
        request: {
          method: 'POST',
          header: 'X-Token: s3cr3t\nContent-Type: application/json',
          url: 'https://old.example/api/things?token=s3cr3t',
          body: { mode: 'raw', raw: '{"name": "x", "password": "s3cr3t"}' },
        },
        response: [],
      },
      { name: 'Nothing', request: null },
      { name: 'Thing', request: 'https://old.example/api/things/7' },
    ],
  });
  expect(JSON.stringify(old)).not.toContain('s3cr3t');
  expect(old).toMatchObject({
    api: { auth: { kind: 'api-key', header: 'X-Old-Key' } },
    entities: [{ name: 'thing', fieldCount: 2, operations: { create: { path: '/api/things' } } }],
  });
});
