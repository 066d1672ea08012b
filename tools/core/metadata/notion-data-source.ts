import { isObject, objectOf, property, textOf } from '../json/json.ts';
import { line, type Meaning, meaningOf, means, step } from './field-of.ts';
import { choices } from './listed-fields.ts';
import type { MetadataFormat } from './metadata-format.ts';

/** What a property holds, and where in the record its value stands. */
const kinds: Readonly<Record<string, Meaning & { readonly at: string }>> = {
  title: { ...means('string'), at: 'title[].plain_text' },
  rich_text: { ...means('string'), at: 'rich_text[].plain_text' },
  number: { ...means('number'), at: 'number' },
  select: { ...means('string'), at: 'select.name' },
  status: { ...means('string'), at: 'status.name' },
  multi_select: { ...means('string'), at: 'multi_select[].name' },
  date: { ...means('date-time'), at: 'date.start' },
  people: { ...means('string', 'uuid'), at: 'people[].id' },
  relation: { ...means('string', 'uuid'), at: 'relation[].id' },
  checkbox: { ...means('boolean'), at: 'checkbox' },
  url: { ...means('string', 'uri'), at: 'url' },
  email: { ...means('string', 'email'), at: 'email' },
  phone_number: { ...means('string', 'phone'), at: 'phone_number' },
  created_time: { ...means('date-time'), at: 'created_time' },
  last_edited_time: { ...means('date-time'), at: 'last_edited_time' },
};
const setBySystem =
  /^(?:formula|rollup|created_time|created_by|last_edited_time|last_edited_by|unique_id|verification)$/;

/** `GET /v1/data_sources/{id}` or `/v1/databases/{id}` of Notion: the columns of one table. */
export const notionDataSource: MetadataFormat = {
  format: 'notion-data-source',
  recognise: (value) =>
    /^(?:data_source|database)$/.test(String(property(value, 'object') ?? '')) &&
    isObject(property(value, 'properties')),
  read: (value) => ({
    system: 'notion',
    entities: [
      {
        name: 'page',
        label: 'Page',
        fields: [
          { path: 'id', type: 'string', format: 'uuid', nullable: false, present: true, readOnly: true },
          { path: 'created_time', type: 'date-time', nullable: false, present: true, readOnly: true },
          { path: 'last_edited_time', type: 'date-time', nullable: false, present: true, readOnly: true },
          ...Object.entries(objectOf(property(value, 'properties'))).map(([name, node]) => {
            const type = textOf(property(node, 'type')) ?? '';
            const { at, ...meaning } = (Object.hasOwn(kinds, type) ? kinds[type] : undefined) ?? {
              ...meaningOf({}, type),
              ...means('any'),
              at: step(type || 'value'),
            };
            return {
              path: `properties.${step(name)}.${at}`,
              ...meaning,
              label: line(name),
              description: line(property(node, 'description')),
              nullable: true,
              readOnly: setBySystem.test(type),
              enum: choices(property(property(node, type), 'options'), 'name', 'name'),
              custom: true,
            };
          }),
        ],
        naturalKeys: [],
      },
    ],
    warnings: [],
  }),
};
