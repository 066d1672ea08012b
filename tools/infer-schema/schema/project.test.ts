import { expect, test } from 'vitest';
import type { Json } from '../../core/json/json.ts';
import { SchemaReader } from '../../core/openapi/schema-reader.ts';
import { Field, type FieldInput } from '../../model/index.ts';
import { project } from './project.ts';

function projectSchemas(schemas: Record<string, Json>, entities: Record<string, string> = {}) {
  const reader = new SchemaReader({ components: { schemas } });
  const record = reader.at('/components/schemas/Top');
  if (record === undefined) throw new Error('no Top');
  return project(reader, record, (pointer) => entities[pointer] ?? null);
}
const paths = (schemas: Record<string, Json>) => projectSchemas(schemas).fields.map(({ path }) => path);
const field = (input: FieldInput) => Field.parse({ nullable: false, present: false, ...input });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

test('types, formats, limits, words and flags', () => {
  const properties = {
    at: { type: 'string', format: 'date-time', readOnly: true },
    born: { type: 'string', format: 'date' },
    count: { type: 'integer', format: 'int64', minimum: 0 },
    created: { type: 'integer', format: 'unix-time' },
    flag: { type: 'boolean', deprecated: true, default: false },
    mail: {
      type: 'string',
      format: 'email',
      maxLength: 80,
      title: 'E-mail',
      description: 'Two\n  lines',
      example: 'a@example.com',
    },
    mixed: { type: ['string', 'integer'] },
    price: { type: 'string', format: 'decimal' },
    secret: { type: 'string', writeOnly: true },
    state: { type: 'string', enum: ['on', 'off'], 'x-enumNames': ['On', 'Off'] },
    url: { type: 'string', format: 'url' },
  };
  const at = (name: string) => `/components/schemas/Top/properties/${name}`;
  expect(
    projectSchemas({ Top: { type: 'object', required: ['at', 'mail'], properties } }).fields,
  ).toStrictEqual([
    // Who must answer with it need not be sent it.
    field({ path: 'at', type: 'date-time', readOnly: true, required: false, present: true, at: at('at') }),
    field({ path: 'born', type: 'date', at: at('born') }),
    field({ path: 'count', type: 'integer', at: at('count') }),
    field({ path: 'created', type: 'date-time', wireType: 'integer', format: 'epoch-s', at: at('created') }),
    field({ path: 'flag', type: 'boolean', deprecated: true, default: false, at: at('flag') }),
    field({
      path: 'mail',
      type: 'string',
      format: 'email',
      maxLength: 80,
      label: 'E-mail',
      description: 'Two lines',
      examples: ['a@example.com'],
      required: true,
      present: true,
      at: at('mail'),
    }),
    field({
      path: 'mixed',
      type: 'any',
      description: 'One of the types string, integer',
      at: at('mixed'),
    }),
    field({ path: 'price', type: 'number', wireType: 'string', format: 'decimal', at: at('price') }),
    field({ path: 'secret', type: 'string', writeOnly: true, at: at('secret') }),
    field({
      path: 'state',
      type: 'string',
      enum: [
        { value: 'on', label: 'On' },
        { value: 'off', label: 'Off' },
      ],
      at: at('state'),
    }),
    field({ path: 'url', type: 'string', format: 'uri', at: at('url') }),
  ]);
});

test('nested and repeated fields; required holds as long as what is around is required', () => {
  const Address = { type: 'object', required: ['city'], properties: { city: { type: 'string' } } };
  const Top = {
    type: 'object',
    required: ['home', 'tags'],
    properties: {
      home: ref('Address'),
      work: ref('Address'),
      tags: { type: 'array', items: { type: 'string' } },
      'dotted.name': { type: 'string' },
      others: { type: 'array', items: ref('Address') },
      free: { type: 'object', additionalProperties: { type: 'string' } },
      rows: { type: 'array', items: {} },
    },
  };
  const { fields } = projectSchemas({ Top, Address });
  expect(
    fields.map(({ path, type, required, requiredWhen }) => [path, type, required, requiredWhen]),
  ).toStrictEqual([
    ['home.city', 'string', true, null],
    ['work.city', 'string', false, 'when work is given'],
    ['tags[]', 'string', true, null],
    ['dotted\\.name', 'string', false, null],
    ['others[].city', 'string', false, 'when others is given'],
    ['free', 'object', false, null],
    ['rows', 'array', false, null],
  ]);
});

test('a schema that meets itself is cut there', () => {
  const Top = {
    type: 'object',
    properties: {
      id: { type: 'string' },
      parent: ref('Top'),
      children: { type: 'array', items: ref('Top') },
      other: ref('Other'),
    },
  };
  const Other = { type: 'object', properties: { top: ref('Top'), name: { type: 'string' } } };
  const { fields, circular } = projectSchemas({ Top, Other }, { '/components/schemas/Top': 'top' });
  expect(fields.map(({ path, type, reference }) => [path, type, reference])).toStrictEqual([
    ['id', 'string', null],
    ['parent', 'object', 'top'],
    ['children', 'array', 'top'],
    ['other.top', 'object', 'top'],
    ['other.name', 'string', null],
  ]);
  expect(circular).toStrictEqual(['parent', 'children', 'other.top']);
});

test('depth and number of fields are capped, the deepest go first', () => {
  const properties = (count: number, prefix: string) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`${prefix}${index}`, { type: 'string' }]),
    );
  const wide = {
    type: 'object',
    properties: { deep: { type: 'object', properties: properties(500, 'd') }, ...properties(700, 't') },
  };
  const { fields, cut } = projectSchemas({ Top: wide });
  expect([fields.length, fields.filter(({ path }) => path.startsWith('t')).length]).toStrictEqual([800, 700]);
  expect(cut).toHaveLength(400);
  let deep: Json = { type: 'string' };
  for (const name of ['f', 'e', 'd', 'c', 'b', 'a']) deep = { type: 'object', properties: { [name]: deep } };
  expect(paths({ Top: deep })).toStrictEqual(['a.b.c.d.e']);
});

test('references by id and name, pages of records inside a record, links', () => {
  const Link = { type: 'object', properties: { rel: { type: 'string' }, href: { type: 'string' } } };
  const links = { type: 'array', items: ref('Link') };
  const customer = {
    type: 'object',
    properties: { id: { type: 'string' }, refName: { type: 'string' }, links, big: ref('Top') },
  };
  const Row = {
    type: 'object',
    properties: {
      city: { type: 'string' },
      refName: { type: 'string' },
      links,
      kind: {
        type: 'object',
        properties: { id: { type: 'string', enum: ['A'] }, refName: { type: 'string' } },
      },
    },
  };
  const Page = {
    type: 'object',
    properties: {
      count: { type: 'integer' },
      hasMore: { type: 'boolean' },
      items: { type: 'array', items: ref('Row') },
      links,
    },
  };
  const Top = { type: 'object', properties: { company: ref('customer'), addressBook: ref('Page'), links } };
  const { fields } = projectSchemas({ Top, customer, Row, Page, Link });
  expect(
    fields.map(({ path, readOnly, reference, enum: values }) => [path, readOnly, reference, values.length]),
  ).toStrictEqual([
    ['company.id', false, 'customer', 0],
    ['company.refName', true, null, 0],
    ['addressBook.count', true, null, 0],
    ['addressBook.hasMore', true, null, 0],
    ['addressBook.items[].city', false, null, 0],
    ['addressBook.items[].refName', true, null, 0],
    ['addressBook.items[].kind.id', false, null, 1],
    ['addressBook.items[].kind.refName', true, null, 0],
  ]);
});

test('names that mean something to JavaScript are just names', () => {
  const properties = JSON.parse(
    '{"constructor": {"type": "string"}, "hasOwnProperty": {"type": "string"}, "toString": {"type": "object", "properties": {"valueOf": {"type": "string"}}}}',
  );
  expect(paths({ Top: { type: 'object', properties } })).toStrictEqual([
    'constructor',
    'hasOwnProperty',
    'toString.valueOf',
  ]);
});

test('links of the record that say how they are called are kept, bare ones and those of parts are not', () => {
  const text = { type: 'string' };
  const link = (properties: Record<string, Json>) => ({
    type: 'array',
    items: { type: 'object', properties },
  });
  const links = link({ href: text, rel: text, method: text });
  const part = { type: 'object', properties: { id: text, links } };
  expect(paths({ Top: { type: 'object', properties: { links, part } } })).toStrictEqual([
    'links[].href',
    'links[].rel',
    'links[].method',
    'part.id',
  ]);
  const bare = link({ href: text, rel: text });
  expect(
    paths({ Top: { type: 'object', properties: { id: text, links: bare, _links: links } } }),
  ).toStrictEqual(['id']);
});

test('a list of scalars that may be null, itself or its elements, is nullable', () => {
  const text = { type: 'string' };
  const properties = {
    list: { type: ['array', 'null'], items: text },
    elements: { type: 'array', items: { type: ['string', 'null'] } },
    old: { type: 'array', nullable: true, items: text },
    neither: { type: 'array', items: text },
    rows: { type: 'array', nullable: true, items: {} },
  };
  const { fields } = projectSchemas({ Top: { type: 'object', properties } });
  expect(fields.map(({ path, nullable }) => [path, nullable])).toStrictEqual([
    ['list[]', true],
    ['elements[]', true],
    ['old[]', true],
    ['neither[]', false],
    ['rows', true],
  ]);
});

test('a free-form map is a bag of custom fields', () => {
  const properties = {
    any: { type: 'object', additionalProperties: true },
    texts: { additionalProperties: { type: 'string' } },
    patterns: { type: 'object', patternProperties: { '^cf_': { type: 'string' } } },
    closed: { type: 'object', additionalProperties: false },
    known: { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: true },
  };
  const { fields } = projectSchemas({ Top: { type: 'object', properties } });
  expect(fields.map(({ path, type, format, custom }) => [path, type, format, custom])).toStrictEqual([
    ['any', 'object', 'map', true],
    ['texts', 'object', 'map', true],
    ['patterns', 'object', 'map', true],
    ['closed', 'object', null, false],
    ['known.a', 'string', null, false],
  ]);
});

test('what is in an object or list that may be null may be null, and is neither always there nor always needed', () => {
  const inner = (more: Record<string, Json> = {}) => ({
    type: 'object',
    required: ['uid'],
    properties: { uid: { type: 'string' } },
    ...more,
  });
  const flags = projectSchemas({
    Owner: inner(),
    Top: {
      type: 'object',
      required: ['plain', 'kept', 'flag', 'maybe', 'list'],
      properties: {
        plain: inner(),
        kept: inner({ properties: { uid: { type: 'string' } }, nullable: true }),
        flag: { allOf: [ref('Owner')], nullable: true },
        maybe: { anyOf: [ref('Owner'), { type: 'null' }] },
        list: { type: ['array', 'null'], items: inner() },
      },
    },
  }).fields.map(({ path, nullable, required, requiredWhen, present }) => [
    path,
    nullable,
    required,
    requiredWhen,
    present,
  ]);
  expect(flags).toStrictEqual([
    ['plain.uid', false, true, null, true],
    ['kept.uid', true, false, 'when kept is given', false],
    ['flag.uid', true, false, 'when flag is given', false],
    ['maybe.uid', true, false, 'when maybe is given', false],
    ['list[].uid', true, false, 'when list is given', false],
  ]);
});

test('required of what is only read is about answers, of what is only sent about requests', () => {
  const { fields } = projectSchemas({
    Top: {
      type: 'object',
      required: ['id', 'secret', 'audit', 'name'],
      properties: {
        id: { type: 'string', readOnly: true },
        secret: { type: 'string', writeOnly: true },
        audit: { type: 'object', readOnly: true, required: ['by'], properties: { by: { type: 'string' } } },
        name: { type: 'string' },
      },
    },
  });
  expect(fields.map(({ path, required, present }) => [path, required, present])).toStrictEqual([
    ['id', false, true],
    ['secret', true, false],
    ['audit.by', false, true],
    ['name', true, true],
  ]);
});
