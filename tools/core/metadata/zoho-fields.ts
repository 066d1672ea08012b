import { arrayOf, property, wordOf } from '../json/json.ts';
import { line, means, step } from './field-of.ts';
import { choices, lengthOf, listedFields, nameOf } from './listed-fields.ts';

/** `GET /crm/v8/settings/fields?module=Leads` of Zoho CRM. */
export const zohoFields = listedFields({
  format: 'zoho-fields',
  system: 'zoho-crm',
  marks: ['api_name', 'data_type', 'field_label'],
  list: (value) => arrayOf(property(value, 'fields')),
  types: {
    integer: means('integer'),
    bigint: means('string', 'id'),
    double: means('number'),
    currency: means('number'),
    percent: means('number'),
    boolean: means('boolean'),
    date: means('date'),
    datetime: means('date-time'),
    email: means('string', 'email'),
    phone: means('string', 'phone'),
    website: means('string', 'uri'),
    multiselectpicklist: means('array'),
    lookup: means('string', 'id'),
    ownerlookup: means('string', 'id'),
    subform: means('array'),
  },
  typeName: (node) => wordOf(node['data_type']),
  path: (node) => {
    const name = nameOf(node, 'api_name');
    if (name === null) return null;
    return /lookup$/.test(wordOf(node['data_type'])) ? `${step(name)}.id` : step(name);
  },
  more: (node) => ({
    label: line(node['field_label']),
    readOnly: node['read_only'] === true || node['field_read_only'] === true,
    required: node['system_mandatory'] === true,
    maxLength:
      node['data_type'] === 'text' || node['data_type'] === 'textarea' ? lengthOf(node['length']) : null,
    enum:
      node['data_type'] === 'picklist'
        ? choices(node['pick_list_values'], 'actual_value', 'display_value')
        : [],
    custom: node['custom_field'] === true,
    reference: line(property(property(node['lookup'], 'module'), 'api_name')),
  }),
});
