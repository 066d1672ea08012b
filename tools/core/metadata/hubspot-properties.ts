import type { FieldInput } from '../../model/index.ts';
import { arrayOf, isObject, type Json, type JsonObject, property, textOf, wordOf } from '../json/json.ts';
import { line, type Meaning, meaningOf, means, step } from './field-of.ts';
import type { MetadataFormat } from './metadata-format.ts';

/** Every value travels as a text, whatever its type. */
const types: Readonly<Record<string, Meaning>> = {
  string: means('string'),
  number: means('number', null, 'string'),
  date: means('date'),
  datetime: means('date-time'),
  bool: means('boolean', null, 'string'),
  enumeration: means('string'),
  phone_number: means('string', 'phone'),
};
const objects: Readonly<Record<string, string>> = {
  '0-1': 'contact',
  '0-2': 'company',
  '0-3': 'deal',
  '0-5': 'ticket',
};

/** `GET /crm/v3/properties/{objectType}` of HubSpot. */
export const hubspotProperties: MetadataFormat = {
  format: 'hubspot-properties',
  recognise: (value) => {
    const [first] = listOf(value);
    return isObject(first) && ['name', 'fieldType', 'groupName'].every((name) => Object.hasOwn(first, name));
  },
  read(value, name) {
    const properties = listOf(value).filter(isObject);
    const fields = properties.flatMap((node) => fieldOf(node) ?? []);
    const unique = properties.filter((node) => node['hasUniqueValue'] === true || node['name'] === 'email');
    return {
      system: 'hubspot',
      entities: [
        {
          name,
          label: name,
          fields: [
            { path: 'id', type: 'string', nullable: false, present: true, readOnly: true },
            { path: 'createdAt', type: 'date-time', nullable: false, present: true, readOnly: true },
            { path: 'updatedAt', type: 'date-time', nullable: false, present: true, readOnly: true },
            { path: 'archived', type: 'boolean', nullable: false, readOnly: true },
            ...fields,
          ],
          naturalKeys: unique.flatMap((node) =>
            textOf(node['name']) === null ? [] : [`properties.${step(wordOf(node['name']))}`],
          ),
        },
      ],
      warnings: [],
    };
  },
};

function listOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : arrayOf(property(value, 'results'));
}

function fieldOf(node: JsonObject): FieldInput | undefined {
  const name = textOf(node['name']);
  if (name === null) return undefined;
  const type = wordOf(node['type']);
  const several = type === 'enumeration' && node['fieldType'] === 'checkbox';
  const options = arrayOf(node['options']).filter((option) => isObject(option) && option['hidden'] !== true);
  const notes = [
    line(node['description']),
    several ? 'Several values are joined by ";".' : null,
    node['hidden'] === true ? 'Hidden in the account.' : null,
  ];
  return {
    path: `properties.${step(name)}`,
    ...meaningOf(types, type),
    label: line(node['label']),
    description: notes.filter((note) => note !== null).join(' ') || null,
    nullable: true,
    readOnly: node['calculated'] === true || property(node['modificationMetadata'], 'readOnlyValue') === true,
    // A list of values that may be combined is no list to choose one from.
    enum: several ? [] : options.flatMap((option) => enumValue(option)),
    reference:
      objects[wordOf(node['referencedObjectType'])] ?? (name === 'hubspot_owner_id' ? 'owner' : null),
    custom: node['hubspotDefined'] !== true,
  };
}

function enumValue(option: Json): { value: string; label: string | null }[] {
  const value = property(option, 'value');
  return typeof value === 'string' ? [{ value, label: line(property(option, 'label')) }] : [];
}
