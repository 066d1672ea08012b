import { arrayOf, isObject, type Json, property, textOf } from '../json/json.ts';
import { line, means, step } from './field-of.ts';
import { lengthOf, listedFields } from './listed-fields.ts';

/** A value as text: plain, or `{value, display_value}` as the table API answers when asked for both. */
function text(value: Json | undefined): string {
  return String((isObject(value) ? property(value, 'value') : value) ?? '');
}

/** `GET /api/now/table/sys_dictionary?sysparm_query=name=incident` of ServiceNow: every value travels as text. */
export const servicenowDictionary = listedFields({
  format: 'servicenow-dictionary',
  system: 'servicenow',
  marks: ['element', 'internal_type', 'max_length'],
  list: (value) => arrayOf(property(value, 'result')),
  entity: (value) => textOf(text(property(arrayOf(property(value, 'result'))[0], 'name'))),
  types: {
    integer: means('integer', null, 'string'),
    longint: means('integer', null, 'string'),
    decimal: means('number', 'decimal', 'string'),
    float: means('number', 'decimal', 'string'),
    currency: means('number', 'decimal', 'string'),
    boolean: means('boolean', null, 'string'),
    glide_date: means('date'),
    glide_date_time: means('date-time'),
    due_date: means('date-time'),
    reference: means('string', 'id'),
    GUID: means('string', 'id'),
    email: means('string', 'email'),
    url: means('string', 'uri'),
    phone_number_e164: means('string', 'phone'),
  },
  typeName: (node) => text(node['internal_type']),
  path: (node) => (text(node['element']) === '' ? null : step(text(node['element']))),
  more: (node) => ({
    label: line(text(node['column_label'])),
    description: line(text(node['comments'])),
    maxLength: text(node['internal_type']) === 'string' ? lengthOf(text(node['max_length'])) : null,
    required: text(node['mandatory']) === 'true',
    readOnly:
      text(node['read_only']) === 'true' || /^sys_(?:id|created|updated|mod)/.test(text(node['element'])),
    reference: textOf(text(node['reference'])),
    custom: /^(?:u_|x_)/.test(text(node['element'])),
  }),
});
