import { dump } from 'js-yaml';
import { expect, test } from 'vitest';
import { testContext } from '../../../core/__fixtures__/test-context.ts';
import type { Json } from '../../../core/json/json.ts';
import { SchemaReader } from '../../../core/openapi/schema-reader.ts';
import type { ApiDescription } from '../../../model/index.ts';
import { openText } from '../../front-door/__fixtures__/open-text.ts';
import { bundle } from '../../front-door/bundle.ts';
import { damagedJson, survives } from '../json-schema/__fixtures__/damage.ts';
import { asyncapiLoader } from './asyncapi-loader.ts';

const avro = { type: 'record', name: 'Rain', namespace: 'acorn', fields: [{ name: 'mm', type: 'double' }] };
const plotPlanted = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string' }, crop: { $ref: '#/components/schemas/Crop' } },
};
const shared = {
  securitySchemes: {
    sasl: { type: 'scramSha512' },
    certificate: { type: 'X509' },
    key: { type: 'httpApiKey', name: 'X-Key', in: 'header' },
  },
  schemas: { Crop: { type: ['string', 'null'], enum: ['beans', 'peas', null] } },
  messageTraits: { traced: { headers: { type: 'object', properties: { traceId: { type: 'string' } } } } },
};

const two = {
  asyncapi: '2.6.0',
  info: { title: 'Garden events', version: '1.2.0' },
  servers: {
    main: {
      url: 'kafka://{region}.broker.acorn.example:9092',
      protocol: 'kafka',
      variables: { region: { default: 'eu' } },
    },
  },
  channels: {
    'plot.planted': {
      subscribe: { operationId: 'onPlanted', message: { $ref: '#/components/messages/plot.planted' } },
    },
    weather: {
      publish: {
        message: {
          oneOf: [
            { name: 'rain', schemaFormat: 'application/vnd.apache.avro;version=1.9.0', payload: avro },
            {
              name: 'wind',
              payload: { type: 'array', items: { properties: { speed: { type: 'number' } } } },
            },
            { name: 'text', payload: { type: 'string' } },
          ],
        },
      },
    },
  },
  components: {
    ...shared,
    messages: {
      'plot.planted': { traits: [{ $ref: '#/components/messageTraits/traced' }], payload: plotPlanted },
    },
  },
};

const three = {
  asyncapi: '3.0.0',
  info: { title: 'Garden events', version: '1.2.0' },
  servers: { main: { host: 'eu.broker.acorn.example:9092', protocol: 'kafka' } },
  channels: {
    planted: {
      address: 'plot.planted',
      messages: { planted: { $ref: '#/components/messages/plot.planted' } },
    },
    weather: {
      messages: {
        rain: { payload: { schemaFormat: 'application/vnd.apache.avro;version=1.9.0', schema: avro } },
        wind: { payload: { type: 'array', items: { properties: { speed: { type: 'number' } } } } },
        text: { payload: { type: 'string' } },
      },
    },
  },
  operations: { onPlanted: { action: 'receive', channel: { $ref: '#/channels/planted' } } },
  components: two.components,
};

async function load(text: string, beside: Readonly<Record<string, string>> = {}): Promise<ApiDescription> {
  const opened = await bundle(openText(text, { beside }));
  return asyncapiLoader.load(opened, asyncapiLoader.recognise(opened) ?? '', testContext());
}

function fields({ document }: ApiDescription, pointer: string | null | undefined): string[] {
  const reader = new SchemaReader(document as { [key: string]: Json });
  const located = reader.at(pointer ?? 'none');
  if (located === undefined) return [];
  const { properties, required } = reader.shape(located);
  return [...properties].map(([name, inner]) => {
    const { types, nullable } = reader.shape(inner);
    return `${name} ${[...types].join('|')}${required.has(name) ? '!' : ''}${nullable ? ' null' : ''}`;
  });
}

test.each([
  ['asyncapi-2.6', two],
  ['asyncapi-3.0', three],
])('%s: payloads in JSON Schema and Avro, lists, headers, from JSON and YAML', async (format, document) => {
  for (const text of [JSON.stringify(document), dump(document)]) {
    const description = await load(text);
    const { api, entities, warnings, patterns } = description;
    expect([description.format, description.version, api.protocol, api.baseUrl]).toStrictEqual([
      format,
      '1.2.0',
      'events',
      'kafka://eu.broker.acorn.example:9092',
    ]);
    expect(entities.map(({ name, schemaAt }) => [name, fields(description, schemaAt)])).toStrictEqual([
      ['plotPlanted', ['id string!', 'crop string null', 'headers object']],
      ['rain', ['mm number!']],
      ['wind', ['speed number']],
    ]);
    expect(warnings.map(({ code }) => code)).toStrictEqual(['messages_without_fields']);
    expect(patterns.auth.map(({ kind, detail }) => [kind, detail])).toStrictEqual([
      ['basic', { scheme: 'sasl', mechanism: 'SASL SCRAM-SHA-512' }],
      ['mutual-tls', { scheme: 'certificate', mechanism: 'X.509 certificate' }],
      ['api-key', { scheme: 'key', in: 'header', name: 'X-Key' }],
    ]);
    expect(patterns.webhooks).toStrictEqual([
      {
        kind: 'declared',
        detail: { events: ['plot.planted', 'weather'] },
        evidence: 'channels at /channels',
        confidence: 0.9,
      },
    ]);
  }
});

test('schemas in files of their own', async () => {
  const document = {
    asyncapi: '3.0.0',
    channels: {
      a: {
        messages: {
          rain: { payload: { schemaFormat: 'application/vnd.apache.avro', schema: { $ref: './rain.avsc' } } },
          gone: { payload: { schemaFormat: 'application/vnd.apache.avro', schema: { $ref: './gone.avsc' } } },
        },
      },
    },
  };
  const description = await load(JSON.stringify(document), { './rain.avsc': JSON.stringify(avro) });
  expect(
    description.entities.map(({ name, schemaAt }) => [name, fields(description, schemaAt)]),
  ).toStrictEqual([['rain', ['mm number!']]]);
  expect(description.warnings.map(({ code, at }) => [code, at])).toStrictEqual([
    ['payload_not_read', '/channels/a/messages/gone/payload/schema'],
    ['messages_without_fields', ''],
    ['no_server', '/servers'],
    ['no_auth', '/components/securitySchemes'],
  ]);
});

test.each([
  ['without a message', { asyncapi: '2.6.0', channels: {} }, /has no message/],
  [
    'without fields',
    { asyncapi: '2.0.0', channels: { a: { publish: { message: { payload: { type: 'string' } } } } } },
    /no message .* fields/,
  ],
])('%s it is refused', async (_, document, message) => {
  await expect(load(JSON.stringify(document))).rejects.toMatchObject({
    message: expect.stringMatching(message),
  });
});

test('a damaged document is described or refused', async () => {
  const wrong = [
    { $ref: '#' },
    { $ref: '#/components/messages/plot.planted' },
    { oneOf: [{ $ref: '#/channels' }] },
    [],
    'x',
    { schemaFormat: 'x', schema: 1 },
  ];
  expect(await survives(asyncapiLoader, damagedJson(two, wrong), 300)).toBeGreaterThan(150);
  expect(await survives(asyncapiLoader, damagedJson(three, wrong), 300)).toBeGreaterThan(150);
});

test('messages that refer to themselves end', async () => {
  const document = {
    asyncapi: '2.6.0',
    channels: { a: { publish: { message: { $ref: '#/components/messages/a' } } } },
    components: {
      messages: {
        a: {
          payload: plotPlanted,
          oneOf: [{ $ref: '#/components/messages/a' }, { $ref: '#/components/messages/b' }],
        },
        b: { payload: plotPlanted },
      },
    },
  };
  expect((await load(JSON.stringify(document))).entities.map(({ name }) => name)).toStrictEqual(['b']);
});
