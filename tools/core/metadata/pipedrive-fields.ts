import { arrayOf, property, wordOf } from '../json/json.ts';
import { line, means, step } from './field-of.ts';
import { choices, listedFields, nameOf } from './listed-fields.ts';

/** `GET /v1/personFields`, `dealFields`, `organizationFields` of Pipedrive. */
export const pipedriveFields = listedFields({
  format: 'pipedrive-fields',
  system: 'pipedrive',
  marks: ['key', 'field_type', 'edit_flag'],
  list: (value) => arrayOf(property(value, 'data')),
  types: {
    int: means('integer'),
    double: means('number'),
    monetary: means('number'),
    date: means('date'),
    time: means('time'),
    phone: means('array'),
    set: means('array'),
    user: means('integer', 'id'),
    org: means('integer', 'id'),
    people: means('integer', 'id'),
    boolean: means('boolean'),
    enum: means('integer'),
  },
  typeName: (node) => wordOf(node['field_type']),
  path: (node) => {
    const key = nameOf(node, 'key');
    return key === null ? null : step(key);
  },
  more: (node) => ({
    label: line(node['name']),
    required: node['mandatory_flag'] === true,
    readOnly:
      node['bulk_edit_allowed'] === false &&
      node['edit_flag'] === false &&
      /_time$|^id$|_count$/.test(wordOf(node['key'])),
    enum: node['field_type'] === 'enum' ? choices(node['options'], 'id', 'label') : [],
    // An account's own fields have a digest for a key.
    custom: /^[0-9a-f]{40}$/.test(wordOf(node['key'])),
    reference: { user: 'user', org: 'organization', people: 'person' }[wordOf(node['field_type'])] ?? null,
  }),
});
