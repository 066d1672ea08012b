import { expect, test } from 'vitest';
import type { Json } from '../../core/json/json.ts';
import { SchemaReader } from '../../core/openapi/schema-reader.ts';
import { project } from './project.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const text = { type: 'string' };
const form = (own: Record<string, Json>, required: string[] = []) => ({
  type: 'object',
  required,
  properties: own,
});

/** Forms, and for each field the names of those that have it. */
function formsOf(schemas: Record<string, Json>, name = 'Top') {
  const reader = new SchemaReader({ components: { schemas } });
  const record = reader.at(`/components/schemas/${name}`);
  if (record === undefined) throw new Error(`no ${name}`);
  const { fields, variants } = project(reader, record, () => null);
  return {
    variants: variants.map(({ name: called, field, value }) => [called, field, value]),
    fields: fields.map(({ path, required, onlyIn }) => [path, required, onlyIn]),
  };
}

const Card = form({ kind: text, number: text }, ['kind', 'number']);
const Bank = form({ kind: text, iban: text, name: text }, ['kind', 'iban']);
const forms = {
  fields: [
    ['kind', true, []],
    ['number', false, ['Card']],
    ['iban', false, ['Bank']],
    ['name', false, ['Bank']],
  ],
};

test.each<[string, Json, Json[]]>([
  [
    'a discriminator with a mapping',
    {
      oneOf: [ref('Card'), ref('Bank')],
      discriminator: { propertyName: 'kind', mapping: { card: ref('Card').$ref, bank_account: 'Bank' } },
    },
    [
      ['Card', 'kind', 'card'],
      ['Bank', 'kind', 'bank_account'],
    ],
  ],
  [
    'a discriminator alone',
    { anyOf: [ref('Card'), ref('Bank')], discriminator: { propertyName: 'kind' } },
    [
      ['Card', 'kind', 'Card'],
      ['Bank', 'kind', 'Bank'],
    ],
  ],
  [
    'nothing that tells them apart',
    { oneOf: [ref('Card'), ref('Bank')] },
    [
      ['Card', null, null],
      ['Bank', null, null],
    ],
  ],
])('forms of a record with %s', (_, Top, variants) => {
  expect(formsOf({ Top, Card, Bank })).toStrictEqual({ variants, ...forms });
});

test('forms told apart by a constant in each, inside a list of a record', () => {
  const Lines = {
    type: 'array',
    items: {
      oneOf: [
        { title: 'Item', ...form({ type: { const: 'item' }, sku: text }) },
        { title: 'Note', ...form({ type: { const: 'note' }, text }) },
      ],
    },
  };
  expect(formsOf({ Top: form({ id: text, lines: Lines }) })).toStrictEqual({
    variants: [
      ['Item', 'lines[].type', 'item'],
      ['Note', 'lines[].type', 'note'],
    ],
    fields: [
      ['id', false, []],
      ['lines[].type', false, []],
      ['lines[].sku', false, ['Item']],
      ['lines[].text', false, ['Note']],
    ],
  });
});

const Cat = { allOf: [ref('Top'), form({ claws: text }, ['claws'])] };
const Dog = { allOf: [ref('Top'), form({ breed: text })] };

test('a base with a discriminator is one of the schemas made of it', () => {
  const Top = { ...form({ kind: text, name: text }, ['kind']), discriminator: { propertyName: 'kind' } };
  const whole = {
    variants: [
      ['Cat', 'kind', 'Cat'],
      ['Dog', 'kind', 'Dog'],
    ],
    fields: [
      ['kind', true, []],
      ['name', false, []],
      ['claws', false, ['Cat']],
      ['breed', false, ['Dog']],
    ],
  };
  expect(formsOf({ Top, Cat, Dog })).toStrictEqual(whole);
  const Alias = { allOf: [ref('Top')], description: 'One pet' };
  expect(formsOf({ Top, Cat, Dog, Alias }, 'Alias')).toStrictEqual(whole);
  const mapping = { c: '#/components/schemas/Cat', d: 'Dog', lost: '#/components/schemas/Lost' };
  const Mapped = { ...Top, discriminator: { propertyName: 'kind', mapping } };
  expect(formsOf({ Top: Mapped, Cat, Dog }).variants).toStrictEqual([
    ['Cat', 'kind', 'c'],
    ['Dog', 'kind', 'd'],
  ]);
});

test('one of the schemas made of a base has nothing of the others', () => {
  const Top = { ...form({ kind: text }, ['kind']), discriminator: { propertyName: 'kind' } };
  expect(formsOf({ Top, Cat, Dog }, 'Cat')).toStrictEqual({
    variants: [],
    fields: [
      ['claws', true, []],
      ['kind', true, []],
    ],
  });
});

test('what one form alone cannot be without is required when it is that form', () => {
  const card = form({ method: { const: 'card' }, last4: text, note: text }, ['method', 'last4']);
  const cash = form({ method: { const: 'cash' }, till: text, note: text }, ['method', 'till']);
  const reader = new SchemaReader({
    components: { schemas: { Card: card, Cash: cash, Top: { oneOf: [ref('Card'), ref('Cash')] } } },
  });
  const record = reader.at('/components/schemas/Top');
  if (record === undefined) throw new Error('no Top');
  const { fields } = project(reader, record, () => null);
  expect(fields.map(({ path, required, requiredWhen }) => [path, required, requiredWhen])).toStrictEqual([
    ['method', true, null],
    ['last4', false, 'when method is card'],
    ['note', false, null],
    ['till', false, 'when method is cash'],
  ]);
});
