import { expect, test } from 'vitest';
import type { Json } from '../json/json.ts';
import { SchemaReader } from './schema-reader.ts';

function shapeOf(schema: Json, schemas: Record<string, Json> = {}) {
  const reader = new SchemaReader({ components: { schemas: { ...schemas, Top: schema } } });
  const shape = reader.shape({ node: schema, at: '/components/schemas/Top' });
  return {
    types: [...shape.types],
    nullable: shape.nullable,
    properties: [...shape.properties.keys()],
    required: [...shape.required],
    enum: shape.enum,
    idOf: shape.idOf,
    at: shape.at,
  };
}

const plain = {
  types: ['string'],
  nullable: true,
  properties: [],
  required: [],
  enum: [],
  idOf: undefined,
  at: '/components/schemas/Top',
};

test.each<[string, Json]>([
  ['3.0', { type: 'string', nullable: true }],
  ['a list of types', { type: ['string', 'null'] }],
  ['anyOf', { anyOf: [{ type: 'string' }, { type: 'null' }] }],
  ['oneOf', { oneOf: [{ type: 'null' }, { type: 'string' }] }],
  ['an extension', { type: 'string', 'x-nullable': true }],
])('nullable, spelt as %s', (_, schema) => {
  expect(shapeOf(schema)).toStrictEqual(plain);
});

test('null among enum values means nullable', () => {
  expect(shapeOf({ type: 'string', enum: ['a', null] })).toStrictEqual({ ...plain, enum: ['a'] });
});

test('allOf, references and what stands beside them are one', () => {
  const schemas = {
    Base: {
      type: 'object',
      required: ['id'],
      properties: { id: { type: 'string' }, kind: { type: 'string' } },
    },
  };
  const reader = new SchemaReader({ components: { schemas } });
  const node = {
    description: 'outer',
    allOf: [
      { $ref: '#/components/schemas/Base', description: '' },
      { required: ['name'], properties: { name: { type: 'string' }, kind: { enum: ['x'] } } },
    ],
  };
  const shape = reader.shape({ node, at: '/x' });
  expect([...shape.required].sort()).toStrictEqual(['id', 'name']);
  expect([...shape.properties.keys()].sort()).toStrictEqual(['id', 'kind', 'name']);
  // The later part refines the earlier one.
  const refined = { node: { enum: ['x'] }, at: '/x/allOf/1/properties/kind' };
  const base = { node: { type: 'string' }, at: '/components/schemas/Base/properties/kind' };
  expect(shape.properties.get('kind')).toStrictEqual({ ...refined, all: [refined, base] });
  expect(shape.properties.get('id')?.at).toBe('/components/schemas/Base/properties/id');
  expect(shape.keywords['description']).toBe('outer');
});

test('an id or the record is the id', () => {
  const schemas = { Customer: { type: 'object', properties: { id: { type: 'string' } } } };
  expect(
    shapeOf({ anyOf: [{ type: 'string' }, { $ref: '#/components/schemas/Customer' }] }, schemas),
  ).toStrictEqual({
    ...plain,
    nullable: false,
    idOf: '/components/schemas/Customer',
  });
});

test('several records have the properties of all and require what all require', () => {
  const variant = (name: string) => ({
    type: 'object',
    required: ['kind', name],
    properties: { kind: { type: 'string' }, [name]: { type: 'string' } },
  });
  expect(shapeOf({ oneOf: [variant('cat'), variant('dog')] })).toStrictEqual({
    ...plain,
    nullable: false,
    types: ['object'],
    properties: ['kind', 'cat', 'dog'],
    required: ['kind'],
  });
});

test('a property that several variants have is what any of them says', () => {
  const variant = (kind: string) => ({
    type: 'object',
    properties: { kind: { type: 'string', const: kind } },
  });
  const reader = new SchemaReader({});
  const shape = reader.shape({ node: { oneOf: [variant('cat'), variant('dog'), variant('cat')] }, at: '/x' });
  const kind = shape.properties.get('kind');
  expect(kind?.at).toBe('/x/oneOf/0/properties/kind');
  const inner = kind === undefined ? undefined : reader.shape(kind);
  expect([[...(inner?.types ?? [])], inner?.enum]).toStrictEqual([['string'], ['cat', 'dog']]);
});

test('circles, broken and outside references end quietly', () => {
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  expect(shapeOf(ref('A'), { A: ref('B'), B: ref('A') }).types).toStrictEqual([]);
  expect(shapeOf({ allOf: [ref('Top')], type: 'object' }, {}).types).toStrictEqual(['object']);
  expect(shapeOf(ref('Nope')).types).toStrictEqual([]);
  expect(shapeOf({ $ref: 'file:///etc/passwd' }).types).toStrictEqual([]);
  expect(shapeOf({ $ref: 'http://127.0.0.1:1/x#/y' }).types).toStrictEqual([]);
});

test('chains thousands long end, with what was known on the way', () => {
  const length = 5_000;
  const schemas: Record<string, Json> = {};
  for (let step = 0; step < length; step += 1) {
    const next = { $ref: `#/components/schemas/S${step + 1}` };
    schemas[`S${step}`] = { properties: { [`p${step}`]: { type: 'string' } }, allOf: [next] };
    schemas[`R${step}`] = { $ref: `#/components/schemas/R${step + 1}` };
  }
  let nested: Json = { properties: { inner: { type: 'string' } } };
  for (let step = 0; step < length; step += 1) nested = { allOf: [nested] };
  const Outer = { properties: { outer: { type: 'string' } }, anyOf: [nested] };
  const reader = new SchemaReader({ components: { schemas: { ...schemas, Outer } } });
  const propertiesOf = (name: string) => {
    const located = reader.at(`/components/schemas/${name}`);
    return located === undefined ? [] : [...reader.shape(located).properties.keys()];
  };
  expect(propertiesOf('S0').slice(0, 3)).toStrictEqual(['p0', 'p1', 'p2']);
  expect(propertiesOf('R0')).toStrictEqual([]);
  expect(propertiesOf('Outer')).toStrictEqual(['outer']);
  // A chain as long as real ones are is followed to its end.
  expect(propertiesOf('S4960')).toHaveLength(40);
});

test('an override in an allOf adds to what the base says of a property, and narrows it', () => {
  const reader = new SchemaReader({
    components: {
      schemas: {
        Base: {
          properties: {
            id: { type: 'string', format: 'uuid', readOnly: true },
            kind: { type: 'string', nullable: true, enum: ['a', 'b', 'c'] },
            lines: { type: 'array', items: { properties: { sku: { type: 'string' } } } },
            note: { type: 'string', nullable: true },
          },
        },
      },
    },
  });
  const override = {
    id: { description: 'The id' },
    kind: { enum: ['b', 'a'] },
    lines: { items: { properties: { sku: { maxLength: 9 } } } },
    note: { type: 'string' },
  };
  const node = { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: override }] };
  const { properties } = reader.shape({ node, at: '/x' });
  const inner = (name: string, of = properties) => {
    const located = of.get(name);
    if (located === undefined) throw new Error(`no ${name}`);
    return reader.shape(located);
  };
  const said = (name: string) => {
    const { types, nullable, enum: values, keywords } = inner(name);
    return { types: [...types], nullable, values, keywords };
  };
  expect(said('id')).toStrictEqual({
    types: ['string'],
    nullable: false,
    values: [],
    keywords: { format: 'uuid', readOnly: true, description: 'The id' },
  });
  expect(said('kind')).toMatchObject({ types: ['string'], nullable: true, values: ['b', 'a'] });
  expect(said('note')).toMatchObject({ types: ['string'], nullable: false });
  const { items } = inner('lines');
  if (items === undefined) throw new Error('no items');
  const sku = inner('sku', reader.shape(items).properties);
  expect([[...sku.types], sku.keywords['maxLength']]).toStrictEqual([['string'], 9]);
});

test('null and the empty text as named enums beside a named enum', () => {
  const schemas = {
    En: { type: 'string', enum: ['a', 'b'] },
    NullEnum: { enum: [null] },
    BlankEnum: { enum: [''] },
  };
  const union = (...names: string[]) => {
    const oneOf = names.map((name) => ({ $ref: `#/components/schemas/${name}` }));
    const { types, nullable, enum: values } = shapeOf({ oneOf }, schemas);
    return [types, nullable, values];
  };
  expect(union('En', 'NullEnum')).toStrictEqual([['string'], true, ['a', 'b']]);
  expect(union('En', 'BlankEnum')).toStrictEqual([['string'], false, ['a', 'b', '']]);
  expect(union('En', 'BlankEnum', 'NullEnum')).toStrictEqual([['string'], true, ['a', 'b', '']]);
  // What is no text is emptied by it.
  const number = shapeOf({ anyOf: [{ type: 'integer' }, { enum: [''] }] });
  expect([number.types, number.nullable, number.enum]).toStrictEqual([['integer'], true, []]);
});
