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
import { line, type Meaning, means, step } from './field-of.ts';
import type { MetadataFormat } from './metadata-format.ts';

const scalars: Readonly<Record<string, Meaning>> = {
  string: means('string'),
  number: means('number'),
  date: means('date'),
  datetime: means('date-time'),
  any: means('any'),
};
/** Values that travel as objects, and the key of them that names the one meant. */
const objects: Readonly<Record<string, { key: string; reference: string | null }>> = {
  user: { key: 'accountId', reference: 'user' },
  project: { key: 'id', reference: 'project' },
  issuetype: { key: 'id', reference: 'issueType' },
  priority: { key: 'id', reference: 'priority' },
  status: { key: 'id', reference: 'status' },
  resolution: { key: 'id', reference: 'resolution' },
  issuelink: { key: 'id', reference: 'issue' },
  component: { key: 'id', reference: 'component' },
  version: { key: 'id', reference: 'version' },
  securitylevel: { key: 'id', reference: null },
  option: { key: 'value', reference: null },
  group: { key: 'name', reference: 'group' },
};
const setBySystem =
  /^(?:created|updated|creator|statuscategorychangedate|lastViewed|workratio|progress|aggregate.*|resolutiondate|votes|watches|comment|worklog|attachment|issuelinks|subtasks|status|statusCategory|thumbnail|issuekey)$/;

/** `GET /rest/api/3/field` of Jira. */
export const jiraFields: MetadataFormat = {
  format: 'jira-fields',
  recognise: (value) => {
    const [first] = arrayOf(value);
    return isObject(first) && Object.hasOwn(first, 'clauseNames') && Object.hasOwn(first, 'navigable');
  },
  read: (value) => ({
    system: 'jira',
    entities: [
      {
        name: 'issue',
        label: 'Issue',
        fields: [
          { path: 'id', type: 'string', nullable: false, present: true, readOnly: true },
          { path: 'key', type: 'string', nullable: false, present: true, readOnly: true },
          ...arrayOf(value)
            .filter(isObject)
            .flatMap((node) => {
              const id = textOf(node['id']);
              if (id === null || id === 'issuekey' || id === 'thumbnail') return [];
              return fieldsOf(id, objectOf(node['schema']), node, {
                custom: node['custom'] === true,
                readOnly: setBySystem.test(id),
              });
            }),
        ],
        naturalKeys: [],
      },
    ],
    warnings: [],
  }),
};

/** `GET /rest/api/3/issue/createmeta` of Jira, with `expand=projects.issuetypes.fields`. */
export const jiraCreatemeta: MetadataFormat = {
  format: 'jira-createmeta',
  recognise: (value) => {
    const [first] = arrayOf(property(value, 'projects'));
    return isObject(first) && Array.isArray(first['issuetypes']);
  },
  read(value) {
    const known = new Map<string, FieldInput>();
    const kinds = arrayOf(property(value, 'projects')).flatMap((project) =>
      arrayOf(property(project, 'issuetypes')),
    );
    for (const kind of kinds) {
      for (const [id, node] of Object.entries(objectOf(property(kind, 'fields')))) {
        if (!isObject(node)) continue;
        const required = node['required'] === true && node['hasDefaultValue'] !== true;
        for (const field of fieldsOf(id, objectOf(node['schema']), node, {
          required,
          custom: id.startsWith('customfield_'),
        })) {
          // Required in every kind of issue, or only in some.
          const before = known.get(field.path);
          known.set(
            field.path,
            before === undefined ? field : { ...field, required: required && before.required === true },
          );
        }
      }
    }
    const names = kinds.flatMap((kind) => line(property(kind, 'name')) ?? []);
    return {
      system: 'jira',
      entities: [{ name: 'issue', label: 'Issue', fields: [...known.values()], naturalKeys: [] }],
      warnings:
        known.size > 0
          ? []
          : [
              {
                code: 'no_fields',
                message: `This lists ${kinds.length} kinds of issues (${[...new Set(names)].slice(0, 6).join(', ')}) without their fields; ask with expand=projects.issuetypes.fields`,
                at: '/projects',
              },
            ],
    };
  },
};

function fieldsOf(id: string, schema: JsonObject, node: JsonObject, more: Partial<FieldInput>): FieldInput[] {
  const type = wordOf(schema['type'] ?? 'any');
  const element = type === 'array' ? wordOf(schema['items'] ?? 'any') : type;
  const base = `fields.${step(id)}${type === 'array' ? '[]' : ''}`;
  const inside = Object.hasOwn(objects, element) ? objects[element] : undefined;
  const scalar = (Object.hasOwn(scalars, element) ? scalars[element] : undefined) ?? means('object');
  return [
    {
      path: inside === undefined ? base : `${base}.${inside.key}`,
      ...(inside === undefined ? scalar : means('string')),
      reference: inside?.reference ?? null,
      label: line(node['name']),
      nullable: true,
      enum: arrayOf(node['allowedValues']).flatMap((allowed) => allowedValue(allowed, inside?.key ?? 'id')),
      ...more,
    },
  ];
}

function allowedValue(allowed: Json, key: string): { value: string; label: string | null }[] {
  const value = property(allowed, key);
  return typeof value === 'string'
    ? [{ value, label: line(property(allowed, 'name') ?? property(allowed, 'value')) }]
    : [];
}
