import type { FieldInput } from '../../model/index.ts';
import { arrayOf, isObject, type Json, type JsonObject, property, textOf, wordOf } from '../json/json.ts';
import { line, type Meaning, meaningOf, means, step } from './field-of.ts';
import type { MetadataFormat } from './metadata-format.ts';

const types: Readonly<Record<string, Meaning>> = {
  id: means('string', 'id'),
  reference: means('string', 'id'),
  boolean: means('boolean'),
  int: means('integer'),
  long: means('integer'),
  double: means('number'),
  currency: means('number'),
  percent: means('number'),
  date: means('date'),
  datetime: means('date-time'),
  time: means('time'),
  email: means('string', 'email'),
  phone: means('string', 'phone'),
  url: means('string', 'uri'),
  base64: means('string', 'byte'),
  textarea: means('string'),
  address: means('object'),
  location: means('object'),
  anyType: means('any'),
};

/** `GET /services/data/vNN.0/sobjects/{Object}/describe` of Salesforce. */
export const salesforceDescribe: MetadataFormat = {
  format: 'salesforce-describe',
  recognise: (value) => {
    const [first] = arrayOf(property(value, 'fields'));
    return isObject(first) && Object.hasOwn(first, 'soapType') && Object.hasOwn(first, 'nillable');
  },
  read(value, name) {
    const object = textOf(property(value, 'name')) ?? name;
    const fields = arrayOf(property(value, 'fields')).filter(isObject);
    return {
      system: 'salesforce',
      entities: [
        {
          name: object,
          label: line(property(value, 'label')) ?? object,
          fields: fields.flatMap((node) => fieldOf(node) ?? []),
          naturalKeys: fields.flatMap((node) =>
            (node['unique'] === true || node['externalId'] === true || node['type'] === 'email') &&
            textOf(node['name']) !== null
              ? [step(wordOf(node['name']))]
              : [],
          ),
        },
      ],
      warnings: [],
    };
  },
};

/** `GET /services/data/vNN.0/sobjects` of Salesforce: which objects there are, without their fields. */
export const salesforceDescribeGlobal: MetadataFormat = {
  format: 'salesforce-describe-global',
  recognise: (value) => {
    const [first] = arrayOf(property(value, 'sobjects'));
    return isObject(first) && Object.hasOwn(first, 'keyPrefix');
  },
  read(value) {
    const objects = arrayOf(property(value, 'sobjects')).filter(
      (node): node is JsonObject =>
        isObject(node) && textOf(node['name']) !== null && node['queryable'] !== false,
    );
    return {
      system: 'salesforce',
      entities: objects.map((node) => ({
        name: wordOf(node['name']),
        label: line(node['label']) ?? wordOf(node['name']),
        fields: [],
        naturalKeys: [],
      })),
      warnings: [
        {
          code: 'no_fields',
          message: `This lists ${objects.length} objects without their fields; each object's describe answer has them`,
          at: '/sobjects',
        },
      ],
    };
  },
};

function fieldOf(node: JsonObject): FieldInput | undefined {
  const name = textOf(node['name']);
  if (name === null || node['deprecatedAndHidden'] === true) return undefined;
  const is = (key: string) => node[key] === true;
  const type = wordOf(node['type']);
  const targets = arrayOf(node['referenceTo']).filter((target) => typeof target === 'string');
  const { length } = node;
  const multi = type === 'multipicklist';
  const notes = [
    line(node['inlineHelpText']),
    line(node['calculatedFormula']) === null ? null : 'Calculated by a formula.',
    is('autoNumber') ? 'Numbered by the system.' : null,
    is('externalId') ? 'May hold an id of another system.' : null,
    multi ? 'Several values are joined by ";".' : null,
    targets.length > 1 ? `Points at ${targets.slice(0, 8).join(', ')}.` : null,
  ];
  return {
    path: step(name),
    ...meaningOf(types, type),
    label: line(node['label']),
    description: notes.filter((note) => note !== null).join(' ') || null,
    nullable: is('nillable'),
    present: true,
    required: !is('nillable') && is('createable') && !is('defaultedOnCreate') && type !== 'boolean',
    readOnly: !is('createable') && !is('updateable'),
    enum:
      type === 'picklist' && node['restrictedPicklist'] !== undefined ? picklist(node['picklistValues']) : [],
    maxLength: typeof length === 'number' && Number.isSafeInteger(length) && length > 0 ? length : null,
    reference: type === 'reference' && typeof targets[0] === 'string' ? targets[0] : null,
    custom: is('custom'),
    default: scalar(node['defaultValue']),
  };
}

function picklist(values: Json | undefined): { value: string; label: string | null }[] {
  return arrayOf(values).flatMap((entry) => {
    const value = property(entry, 'value');
    return typeof value === 'string' && property(entry, 'active') !== false
      ? [{ value, label: line(property(entry, 'label')) }]
      : [];
  });
}

function scalar(value: Json | undefined): Json {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
