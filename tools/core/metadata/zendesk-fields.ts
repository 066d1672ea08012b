import type { FieldInput } from '../../model/index.ts';
import { arrayOf, isObject, type Json, type JsonObject, property, textOf, wordOf } from '../json/json.ts';
import { line, type Meaning, meaningOf, means, step } from './field-of.ts';
import type { MetadataFormat } from './metadata-format.ts';

const lists: Readonly<Record<string, string>> = {
  ticket_fields: 'ticket',
  user_fields: 'user',
  organization_fields: 'organization',
};
const types: Readonly<Record<string, Meaning>> = {
  integer: means('integer'),
  decimal: means('number', 'decimal', 'string'),
  checkbox: means('boolean'),
  date: means('date'),
  lookup: means('string', 'id'),
  multiselect: means('array'),
};
/** Where a ticket keeps what these system fields show. */
const systemPaths: Readonly<Record<string, string>> = {
  subject: 'subject',
  description: 'description',
  status: 'status',
  custom_status: 'custom_status_id',
  tickettype: 'type',
  priority: 'priority',
  basic_priority: 'priority',
  group: 'group_id',
  assignee: 'assignee_id',
};

/** `GET /api/v2/ticket_fields`, `user_fields` and `organization_fields` of Zendesk. */
export const zendeskFields: MetadataFormat = {
  format: 'zendesk-fields',
  recognise: (value) =>
    Object.keys(lists).some((list) => {
      const [first] = arrayOf(property(value, list));
      return isObject(first) && Object.hasOwn(first, 'raw_title');
    }),
  read(value) {
    const [list = 'ticket_fields'] = Object.keys(lists).filter((name) => property(value, name) !== undefined);
    const entity = lists[list] ?? 'ticket';
    const nodes = arrayOf(property(value, list)).filter(isObject);
    return {
      system: 'zendesk',
      entities: [
        {
          name: entity,
          label: entity,
          fields: nodes.flatMap((node) => fieldOf(node, list) ?? []),
          naturalKeys: [],
        },
      ],
      warnings: [],
    };
  },
};

function fieldOf(node: JsonObject, list: string): FieldInput | undefined {
  if (node['active'] === false) return undefined;
  const type = wordOf(node['type']);
  const path = pathOf(node, type, list);
  if (path === null) return undefined;
  const options = arrayOf(node['custom_field_options'] ?? node['system_field_options']);
  return {
    path,
    ...meaningOf(types, type),
    ...(path.endsWith('_id') ? means('integer') : {}),
    label: line(node['title']),
    description:
      [
        line(node['description']),
        path.startsWith('custom_fields.') ? 'Travels in the list custom_fields as {id, value}.' : null,
      ]
        .filter((note) => note !== null)
        .join(' ') || null,
    nullable: true,
    required: node['required'] === true && list !== 'ticket_fields',
    // A ticket's required fields must be filled before it is solved, not when it is made.
    requiredWhen: node['required'] === true && list === 'ticket_fields' ? 'when the ticket is solved' : null,
    readOnly: node['agent_can_edit'] === false,
    enum: type === 'multiselect' ? [] : options.flatMap(enumValue),
    custom: !Object.hasOwn(systemPaths, type),
  };
}

/** A ticket's own fields lie in a list of `{id, value}`: the id tells them apart. A user's and an organization's have keys. */
function pathOf(node: JsonObject, type: string, list: string): string | null {
  if (list === 'ticket_fields') {
    if (Object.hasOwn(systemPaths, type)) return systemPaths[type] ?? null;
    const { id } = node;
    return typeof id === 'number' || typeof id === 'string' ? `custom_fields.${step(String(id))}` : null;
  }
  const key = textOf(node['key']);
  return key === null ? null : `${list}.${step(key)}`;
}

function enumValue(option: Json): { value: string; label: string | null }[] {
  const value = property(option, 'value');
  return typeof value === 'string' ? [{ value, label: line(property(option, 'name')) }] : [];
}
