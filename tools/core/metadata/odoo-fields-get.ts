import type { FieldInput } from '../../model/index.ts';
import {
  arrayOf,
  isObject,
  type Json,
  type JsonObject,
  objectOf,
  property,
  textOf,
  wordOf,
} from '../json/json.ts';
import { line, type Meaning, meaningOf, means, step } from './field-of.ts';
import type { MetadataFormat } from './metadata-format.ts';

const types: Readonly<Record<string, Meaning>> = {
  integer: means('integer'),
  float: means('number'),
  monetary: means('number'),
  boolean: means('boolean'),
  date: means('date'),
  datetime: means('date-time'),
  html: means('string', 'html'),
  binary: means('string', 'byte'),
  many2one: means('integer', 'id'),
  one2many: means('array'),
  many2many: means('array'),
};

/** `fields_get` of an Odoo model: an object from field name to its description. */
export const odooFieldsGet: MetadataFormat = {
  format: 'odoo-fields-get',
  recognise: (value) => {
    const nodes = Object.values(fieldsIn(value)).slice(0, 5);
    return (
      nodes.length > 0 &&
      nodes.every(
        (node) => isObject(node) && textOf(node['string']) !== null && textOf(node['type']) !== null,
      )
    );
  },
  read: (value, name) => ({
    system: 'odoo',
    entities: [
      {
        name,
        label: name,
        fields: Object.entries(fieldsIn(value)).flatMap(([key, node]) =>
          isObject(node) ? [fieldOf(key, node)] : [],
        ),
        naturalKeys: [],
      },
    ],
    warnings: [],
  }),
};

function fieldsIn(value: Json): JsonObject {
  return objectOf(property(value, 'result') ?? value);
}

function fieldOf(name: string, node: JsonObject): FieldInput {
  const type = wordOf(node['type']);
  return {
    path: step(name),
    ...meaningOf(types, type),
    label: line(node['string']),
    description: line(node['help']),
    nullable: node['required'] !== true,
    required: node['required'] === true && node['readonly'] !== true && name !== 'id',
    readOnly: node['readonly'] === true || name === 'id',
    maxLength: typeof node['size'] === 'number' && node['size'] > 0 ? node['size'] : null,
    enum: arrayOf(node['selection']).flatMap((pair) =>
      Array.isArray(pair) && typeof pair[0] === 'string' ? [{ value: pair[0], label: line(pair[1]) }] : [],
    ),
    reference: textOf(node['relation']),
    custom: name.startsWith('x_'),
  };
}
