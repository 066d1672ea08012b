import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { testContext } from '../../../core/__fixtures__/test-context.ts';
import type { Json } from '../../../core/json/json.ts';
import { fieldFacts } from '../../../core/openapi/field-facts.ts';
import { SchemaReader } from '../../../core/openapi/schema-reader.ts';
import type { ApiDescription } from '../../../model/index.ts';
import { openText } from '../../front-door/__fixtures__/open-text.ts';
import { bundle } from '../../front-door/bundle.ts';
import { damagedJson, survives } from './__fixtures__/damage.ts';
import { jsonSchemaLoader } from './json-schema-loader.ts';
import { looksLikeSchema } from './looks-like-schema.ts';

async function load(schema: Json, beside: Readonly<Record<string, string>> = {}): Promise<ApiDescription> {
  const opened = await bundle(openText(JSON.stringify(schema), { name: 'plot-schema', beside }));
  expect(jsonSchemaLoader.recognise(opened)).toBe('json-schema');
  return jsonSchemaLoader.load(opened, 'json-schema', testContext());
}

/** Fields of a record as words: `name string! null` is required and nullable. */
function fields({ document, entities }: ApiDescription, name?: string): string[] {
  const entity = name === undefined ? entities[0] : entities.find((each) => each.name === name);
  const reader = new SchemaReader(document as { [key: string]: Json });
  const located = reader.at(entity?.schemaAt ?? 'none');
  if (located === undefined) return [];
  const { properties, required } = reader.shape(located);
  return [...properties].map(([field, inner]) => {
    const shape = reader.shape(inner);
    const items = shape.items === undefined ? '' : ` of ${[...reader.shape(shape.items).types].join('|')}`;
    const when = fieldFacts(shape).requiredWhen;
    return [
      field,
      ` ${[...shape.types].join('|')}${items}`,
      required.has(field) ? '!' : '',
      shape.nullable ? ' null' : '',
      shape.enum.length > 0 ? ` ${JSON.stringify(shape.enum)}` : '',
      when === undefined ? '' : ` (${when})`,
    ].join('');
  });
}

test.each<[string, Json, string[]]>([
  [
    'draft 3: flags at the property, any, extends, unions of schemas',
    {
      $schema: 'http://json-schema.org/draft-03/schema#',
      type: 'object',
      extends: { properties: { id: { type: 'string', required: true } } },
      properties: {
        name: { type: 'string', required: true },
        note: { type: 'any' },
        size: { type: ['integer', 'null'], divisibleBy: 5, disallow: ['string'] },
        owner: { type: [{ type: 'object', properties: { name: { type: 'string' } } }, 'null'] },
      },
    },
    ['name string!', 'note ', 'size integer null', 'owner object null', 'id string!'],
  ],
  [
    'draft 4: ids as names',
    {
      $schema: 'http://json-schema.org/draft-04/schema#',
      id: 'http://plots.example/plot.json',
      properties: {
        a: { $ref: '#soil' },
        b: { $ref: 'soil.json' },
        c: { $ref: 'http://plots.example/soil.json#/properties/ph' },
      },
      definitions: {
        soil: { id: '#soil', type: 'string', enum: ['clay', 'sand'] },
        other: { id: 'soil.json', type: 'object', properties: { ph: { type: 'number' } } },
      },
    },
    ['a string ["clay","sand"]', 'b object', 'c number'],
  ],
  [
    'draft 7: conditions and dependencies in words',
    {
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
      required: ['country'],
      properties: {
        country: { type: 'string' },
        zip: { type: 'string' },
        card: { type: 'string' },
        cvc: { type: 'string' },
        vat: { type: 'string' },
      },
      dependencies: { card: ['cvc'] },
      if: { properties: { country: { const: 'US' } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { required: ['zip'], properties: { state: { type: 'string' } } },
      else: { required: ['vat'] },
    },
    [
      'country string!',
      'zip string (when country is "US")',
      'card string',
      'cvc string (when card is given)',
      'vat string (unless country is "US")',
      'state string',
    ],
  ],
  [
    '2019-09 and 2020-12: $defs, anchors, dynamic references, tuples',
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'https://plots.example/tree',
      $dynamicAnchor: 'node',
      type: 'object',
      properties: {
        children: { type: 'array', items: { $dynamicRef: '#node' } },
        place: { type: 'array', prefixItems: [{ type: 'number' }, { type: 'number' }] },
        kind: { $ref: '#kind' },
        extra: { patternProperties: { '^\\w+$': { type: 'integer' } } },
        never: false,
        whatever: true,
      },
      dependentRequired: { kind: ['place'] },
      $defs: { kind: { $anchor: 'kind', const: 'oak' } },
    },
    [
      'children array of object',
      'place array of number (when kind is given)',
      'kind  ["oak"]',
      'extra object',
      'whatever ',
    ],
  ],
  [
    'a list of records',
    { type: 'array', items: { type: 'object', properties: { id: { type: 'integer' } }, required: ['id'] } },
    ['id integer!'],
  ],
])('%s', async (_, schema, expected) => {
  expect(fields(await load(schema))).toStrictEqual(expected);
});

test('a catalogue of events: one record per definition, groups entered, the root none', async () => {
  const event = (action: string) => ({
    type: 'object',
    required: ['action'],
    properties: { action: { type: 'string', enum: [action] } },
  });
  const description = await load({
    $schema: 'http://json-schema.org/draft-07/schema',
    definitions: {
      plot$created: event('created'),
      'com.example.Plot': { title: 'A plot of land', properties: { id: { type: 'string' } } },
      grouped: { inner: event('x') },
      name: { type: 'string' },
    },
    oneOf: [{ $ref: '#/definitions/plot$created' }],
  });
  expect(description.entities).toStrictEqual([
    {
      name: 'plotCreated',
      label: 'Plot created',
      aliases: ['plot$created'],
      operations: {},
      fieldCount: 1,
      schemaAt: '/definitions/plot$created',
    },
    {
      name: 'plot',
      label: 'A plot of land',
      aliases: ['com.example.Plot', 'A plot of land'],
      operations: {},
      fieldCount: 1,
      schemaAt: '/definitions/com.example.Plot',
    },
    {
      name: 'inner',
      label: 'Inner',
      aliases: [],
      operations: {},
      fieldCount: 1,
      schemaAt: '/definitions/grouped/inner',
    },
  ]);
});

test('the root is called by its title, its id, its file', async () => {
  const properties = { id: { type: 'string' } };
  const named = async (more: { [key: string]: Json }) => {
    const { entities, system } = await load({ type: 'object', properties, ...more });
    return [entities[0]?.name, entities[0]?.aliases, system];
  };
  expect(
    await named({ title: 'Garden plot', $id: 'https://api.acme.example/v2/plot.schema.json' }),
  ).toStrictEqual(['gardenPlot', ['Garden plot', 'plot', 'plot-schema'], 'garden-plot']);
  expect(await named({ title: 'What a garden has to know of each of its plots' })).toMatchObject({
    0: 'plot',
  });
  expect(await named({ $id: 'https://acme.example/lease/v1' })).toMatchObject({ 0: 'lease' });
});

test('files that are referred to are read; what cannot be had is said', async () => {
  const description = await load(
    {
      type: 'object',
      properties: { owner: { $ref: 'owner.json#/definitions/owner' }, soil: { $ref: 'gone.json' } },
    },
    {
      'owner.json': JSON.stringify({
        definitions: { owner: { properties: { name: { type: 'string', required: true } } } },
      }),
    },
  );
  const reader = new SchemaReader(description.document as { [key: string]: Json });
  const owner = reader.at('/properties/owner');
  expect([...(owner === undefined ? [] : reader.shape(owner).required)]).toStrictEqual(['name']);
  expect(description.warnings.map(({ code, at }) => [code, at])).toStrictEqual([
    ['unresolved_reference', '/properties/soil'],
    ['no_operations', ''],
  ]);
});

test.each<[Json, boolean]>([
  [{ type: 'object', properties: { a: { type: 'string' } } }, true],
  [{ $schema: 'https://json-schema.org/draft/2019-09/schema' }, true],
  [{ $defs: { A: { type: 'object' } } }, true],
  [{ oneOf: [{ $ref: '#/x' }] }, true],
  [{ id: '1', properties: { email: 'a@example.com', name: 'A' } }, false],
  [{ id: '1', properties: { email: { value: 'a@example.com' } } }, false],
  [{ type: 'object', properties: [] }, false],
  [{ definitions: 'none', items: [{ id: 1 }] }, false],
  [[{ type: 'object' }], false],
])('%j is a schema: %s', (value, expected) => {
  expect(looksLikeSchema(value)).toBe(expected);
});

test('a schema without an object is refused', async () => {
  await expect(
    load({ $schema: 'http://json-schema.org/draft-07/schema', type: 'string' }),
  ).rejects.toMatchObject({
    code: 'not_a_spec',
    message: expect.stringMatching(/no object with properties/),
  });
});

test('a damaged schema is described or refused', async () => {
  const whole = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://plots.example/plot',
    type: 'object',
    required: ['id'],
    properties: {
      id: { type: 'string' },
      tree: { $ref: '#/$defs/tree' },
      tags: { items: [{ type: 'string' }] },
    },
    if: { properties: { id: { const: 1 } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { required: ['tree'] },
    allOf: [{ dependentRequired: { id: ['tags'] } }],
    $defs: {
      tree: { $anchor: 'tree', properties: { inner: { $ref: '#tree' } }, patternProperties: { x: {} } },
    },
  };
  const wrong = [
    { $ref: '#' },
    { $ref: '#/$defs/tree/properties/inner' },
    { $ref: 'https://[' },
    ['any', {}],
    true,
    '%',
  ];
  expect(await survives(jsonSchemaLoader, damagedJson(whole, wrong), 500)).toBeGreaterThan(250);
});

const corpus = process.env['CAUSEWAY_SPECS'];

describe.skipIf(!corpus)('real schemas (skipped: no corpus)', () => {
  test('an event catalogue', () => {
    const text = readFileSync(join(corpus ?? '', 'github/webhooks.json-schema.json'), 'utf8');
    const opened = openText(text);
    const description = jsonSchemaLoader.load(opened, 'json-schema', testContext()) as ApiDescription;
    expect(fields(description, 'checkRunCompleted').slice(0, 2)).toStrictEqual([
      'action string! ["completed"]',
      'check_run object!',
    ]);
    expect(description.entities.length).toBeGreaterThan(300);
  });
});
