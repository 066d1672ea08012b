import { expect, test } from 'vitest';
import { Field, type FieldInput } from '../../model/index.ts';
import { mergeFacts } from './merge-facts.ts';

const list = (...inputs: FieldInput[]) => inputs.map((input) => Field.parse(input));
const catalog = {
  system: 's',
  title: 'S',
  version: '1',
  asOf: '2026-11',
  customFields: { live: null, from: 'GET /fields' },
  entities: {},
};
const roles = {
  label: 'L',
  description: 'D',
  idField: 'id',
  naturalKeys: [],
  externalIdField: null,
  createdField: null,
  updatedField: null,
};

test('a free-form map is replaced by the known fields, gaps are filled, required comes from the facts', () => {
  const own = list(
    { path: 'id', type: 'string', required: true, at: '/id' },
    { path: 'links', type: 'string', required: true, at: '/links' },
    { path: 'name', type: 'string', label: 'Name', enum: [{ value: 'a' }], at: '/name' },
    { path: 'properties', type: 'object', at: '/properties' },
  );
  const facts = list(
    { path: 'id', type: 'string', format: 'id', readOnly: true, at: 'catalog' },
    {
      path: 'name',
      type: 'string',
      label: 'Other',
      required: true,
      enum: [{ value: 'a', label: 'A' }],
      at: 'catalog',
    },
    { path: 'properties.email', type: 'string', format: 'email', at: 'catalog' },
    { path: 'extra', type: 'string', at: 'catalog' },
  );
  const { fields, warnings } = mergeFacts(own, { ...roles, fields: facts }, catalog);
  expect(fields).toStrictEqual(
    list(
      { path: 'id', type: 'string', format: 'id', readOnly: true, at: '/id' },
      {
        path: 'links',
        type: 'string',
        requiredWhen: 'by the description; the bundled facts do not ask for it',
        at: '/links',
      },
      {
        path: 'name',
        type: 'string',
        label: 'Name',
        required: true,
        enum: [{ value: 'a', label: 'A' }],
        at: '/name',
      },
      { path: 'properties.email', type: 'string', format: 'email', at: 'catalog' },
    ),
  );
  expect(warnings).toStrictEqual([
    {
      code: 'fields_from_catalog',
      message:
        "For properties the description says only a map of strings; 1 fields from the bundled catalog were merged in; an account's own fields are at GET /fields",
      at: '/properties',
    },
    {
      code: 'required_doubtful',
      message: 'The description alone requires links; they are taken as optional',
      at: '',
    },
    {
      code: 'required_from_catalog',
      message: 'From the bundled catalog comes when these are required: id, name',
      at: '',
    },
    {
      code: 'not_in_description',
      message: 'The bundled catalog knows fields that this description has not: extra; they are left out',
      at: '',
    },
  ]);
});
