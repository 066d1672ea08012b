import { arrayOf, isObject, property, textOf, wordOf } from '../json/json.ts';
import { line, type Meaning, meaningOf, means, step } from './field-of.ts';
import { choices } from './listed-fields.ts';
import type { MetadataFormat } from './metadata-format.ts';

const types: Readonly<Record<string, Meaning>> = {
  number: means('number'),
  currency: means('number'),
  percent: means('number'),
  duration: means('integer'),
  rating: means('integer'),
  autoNumber: means('integer'),
  count: means('integer'),
  checkbox: means('boolean'),
  date: means('date'),
  dateTime: means('date-time'),
  createdTime: means('date-time'),
  lastModifiedTime: means('date-time'),
  email: means('string', 'email'),
  url: means('string', 'uri'),
  phoneNumber: means('string', 'phone'),
  multipleSelects: means('array'),
  multipleRecordLinks: means('array'),
  multipleAttachments: means('array'),
  multipleCollaborators: means('array'),
  multipleLookupValues: means('array'),
  singleCollaborator: means('object'),
  createdBy: means('object'),
  lastModifiedBy: means('object'),
  barcode: means('object'),
  button: means('object'),
};
const calculated =
  /^(?:formula|rollup|count|multipleLookupValues|createdTime|lastModifiedTime|createdBy|lastModifiedBy|autoNumber|button|aiText|externalSyncSource)$/;

/** `GET /v0/meta/bases/{base}/tables` of Airtable: every table is a record type. */
export const airtableBaseSchema: MetadataFormat = {
  format: 'airtable-base-schema',
  recognise: (value) => {
    const [first] = arrayOf(property(value, 'tables'));
    return isObject(first) && Object.hasOwn(first, 'primaryFieldId');
  },
  read(value) {
    const tables = arrayOf(property(value, 'tables')).filter(isObject);
    const names = new Map(tables.map((table) => [wordOf(table['id']), wordOf(table['name'])]));
    return {
      system: 'airtable',
      entities: tables.map((table) => ({
        name: textOf(table['name']) ?? wordOf(table['id']),
        label: line(table['name']) ?? wordOf(table['id']),
        fields: [
          { path: 'id', type: 'string' as const, nullable: false, present: true, readOnly: true },
          { path: 'createdTime', type: 'date-time' as const, nullable: false, present: true, readOnly: true },
          ...arrayOf(table['fields']).flatMap((node) => {
            const name = textOf(property(node, 'name'));
            if (name === null) return [];
            const type = String(property(node, 'type') ?? '');
            const options = property(node, 'options');
            return [
              {
                path: `fields.${step(name)}`,
                ...meaningOf(types, type),
                label: line(property(node, 'name')),
                description: line(property(node, 'description')),
                nullable: true,
                readOnly: calculated.test(type),
                enum: type === 'singleSelect' ? choices(property(options, 'choices'), 'name', 'name') : [],
                reference: names.get(String(property(options, 'linkedTableId') ?? '')) ?? null,
                custom: true,
              },
            ];
          }),
        ],
        naturalKeys: [],
      })),
      warnings: [],
    };
  },
};
