import { arrayOf, property, wordOf } from '../json/json.ts';
import { line, means, step } from './field-of.ts';
import { listedFields, nameOf } from './listed-fields.ts';

/** `GET /v3/marketing/field_definitions` of SendGrid. */
export const sendgridFields = listedFields({
  format: 'sendgrid-fields',
  system: 'sendgrid',
  marks: ['id', 'name', 'field_type'],
  list: (value) => [
    ...arrayOf(property(value, 'reserved_fields')),
    ...arrayOf(property(value, 'custom_fields')),
  ],
  entity: () => 'contact',
  types: { Number: means('number'), Date: means('date-time') },
  typeName: (node) => wordOf(node['field_type']),
  path: (node) => {
    const name = nameOf(node, 'name');
    if (name === null) return null;
    return node['_metadata'] === undefined ? step(name) : `custom_fields.${step(name)}`;
  },
  more: (node) => ({
    label: line(node['name']),
    readOnly: node['read_only'] === true,
    custom: node['_metadata'] !== undefined,
  }),
});
