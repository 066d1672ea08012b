import fc, { type JsonValue } from 'fast-check';
import { expect, test } from 'vitest';
import { Field } from '../../model/index.ts';
import type { Json } from '../json/json.ts';
import { SchemaReader } from '../openapi/schema-reader.ts';
import { readMetadata } from './read-metadata.ts';
import { schemaOfFields } from './schema-of-fields.ts';

/** Path, type, and what else is said of each field, in one short line. */
function lines(value: unknown, name = 'thing') {
  const metadata = readMetadata(value as Json, name);
  return metadata?.entities.map((entity) => ({
    entity: entity.name,
    keys: entity.naturalKeys,
    fields: entity.fields.map((input) => {
      const field = Field.parse(input);
      const flags = [
        field.format,
        field.wireType === null ? null : `as ${field.wireType}`,
        field.nullable ? 'null' : null,
        field.required ? 'required' : null,
        field.readOnly ? 'read-only' : null,
        field.custom ? 'custom' : null,
        field.maxLength === null ? null : `≤${field.maxLength}`,
        field.reference === null ? null : `→${field.reference}`,
        field.enum.length === 0 ? null : field.enum.map((v) => `${v.value}=${v.label}`).join('|'),
      ];
      return [field.path, field.type, ...flags.filter((flag) => flag !== null)].join(' ');
    }),
  }));
}

const hubspot = (more: object) => ({
  groupName: 'g',
  fieldType: 'text',
  type: 'string',
  hubspotDefined: true,
  options: [],
  modificationMetadata: { readOnlyValue: false },
  ...more,
});

test('HubSpot properties', () => {
  const value = {
    results: [
      hubspot({ name: 'email', label: 'Email' }),
      hubspot({ name: 'visits', type: 'number', modificationMetadata: { readOnlyValue: true } }),
      hubspot({
        name: 'colour',
        type: 'enumeration',
        fieldType: 'select',
        hubspotDefined: false,
        options: [
          { value: 'r', label: 'Red' },
          { value: 'x', label: 'Old', hidden: true },
        ],
      }),
      hubspot({
        name: 'tags',
        type: 'enumeration',
        fieldType: 'checkbox',
        options: [{ value: 'a', label: 'A' }],
      }),
      hubspot({ name: 'born', type: 'date' }),
    ],
  };
  expect(lines(value, 'contact')).toStrictEqual([
    {
      entity: 'contact',
      keys: ['properties.email'],
      fields: [
        'id string read-only',
        'createdAt date-time read-only',
        'updatedAt date-time read-only',
        'archived boolean read-only',
        'properties.email string null',
        'properties.visits number as string null read-only',
        'properties.colour string null custom r=Red',
        'properties.tags string null',
        'properties.born date null',
      ],
    },
  ]);
});

const describe = (more: object) => ({
  soapType: 'xsd:string',
  type: 'string',
  nillable: true,
  createable: true,
  updateable: true,
  defaultedOnCreate: false,
  length: 0,
  ...more,
});

test('a Salesforce describe: required is what cannot be null, can be set and has no default', () => {
  const value = {
    name: 'Order__c',
    label: 'Order',
    fields: [
      describe({ name: 'Id', type: 'id', nillable: false, createable: false, updateable: false, length: 18 }),
      describe({ name: 'Name', nillable: false, length: 80 }),
      describe({ name: 'Flag__c', type: 'boolean', nillable: false, custom: true }),
      describe({ name: 'Key__c', externalId: true, unique: true, custom: true }),
      describe({ name: 'AccountId', type: 'reference', referenceTo: ['Account'] }),
      describe({
        name: 'Stage',
        type: 'picklist',
        restrictedPicklist: true,
        picklistValues: [
          { value: 'a', label: 'A', active: true },
          { value: 'b', label: 'B', active: false },
        ],
      }),
      describe({
        name: 'OwnerId',
        type: 'reference',
        referenceTo: ['User'],
        nillable: false,
        defaultedOnCreate: true,
      }),
    ],
  };
  expect(lines([{ method: 'GET', path: '/x', status: 200, response: JSON.stringify(value) }])).toStrictEqual([
    {
      entity: 'Order__c',
      keys: ['Key__c'],
      fields: [
        'Id string id read-only ≤18',
        'Name string required ≤80',
        'Flag__c boolean custom',
        'Key__c string null custom',
        'AccountId string id null →Account',
        'Stage string null a=A',
        'OwnerId string id →User',
      ],
    },
  ]);
});

test.each<[string, unknown, string, readonly string[]]>([
  [
    'zendesk-fields',
    {
      ticket_fields: [
        { id: 1, type: 'subject', title: 'Subject', raw_title: 's', active: true, required: true },
        { id: 2, type: 'integer', title: 'Seats', raw_title: 's', active: true },
        {
          id: 3,
          type: 'tagger',
          raw_title: 's',
          active: true,
          custom_field_options: [{ value: 'v', name: 'V' }],
        },
        { id: 4, type: 'text', raw_title: 's', active: false },
      ],
    },
    'ticket',
    ['subject string null', 'custom_fields.2 integer null custom', 'custom_fields.3 string null custom v=V'],
  ],
  [
    'jira-fields',
    [
      { id: 'summary', name: 'Summary', clauseNames: [], navigable: true, schema: { type: 'string' } },
      { id: 'assignee', clauseNames: [], navigable: true, schema: { type: 'user' } },
      { id: 'created', clauseNames: [], navigable: true, schema: { type: 'datetime' } },
      { id: 'labels', clauseNames: [], navigable: true, schema: { type: 'array', items: 'string' } },
      { id: 'customfield_1', custom: true, clauseNames: [], navigable: true, schema: { type: 'option' } },
    ],
    'issue',
    [
      'id string read-only',
      'key string read-only',
      'fields.summary string null',
      'fields.assignee.accountId string null →user',
      'fields.created date-time null read-only',
      'fields.labels[] string null',
      'fields.customfield_1.value string null custom',
    ],
  ],
  [
    'jira-createmeta',
    {
      projects: [
        {
          issuetypes: [
            {
              name: 'Bug',
              fields: {
                summary: { required: true, schema: { type: 'string' } },
                due: { schema: { type: 'date' } },
              },
            },
            {
              name: 'Task',
              fields: {
                summary: { required: true, schema: { type: 'string' } },
                due: { required: true, schema: { type: 'date' } },
              },
            },
          ],
        },
      ],
    },
    'issue',
    ['fields.summary string null required', 'fields.due date null'],
  ],
  [
    'zoho-fields',
    {
      fields: [
        {
          api_name: 'Last_Name',
          field_label: 'Last name',
          data_type: 'text',
          length: 80,
          system_mandatory: true,
        },
        {
          api_name: 'Account',
          field_label: 'Account',
          data_type: 'lookup',
          lookup: { module: { api_name: 'Accounts' } },
        },
      ],
    },
    'thing',
    ['Last_Name string null required ≤80', 'Account.id string id null →Accounts'],
  ],
  [
    'pipedrive-fields',
    {
      data: [
        { key: 'name', name: 'Name', field_type: 'varchar', edit_flag: false, mandatory_flag: true },
        { key: 'a'.repeat(40), field_type: 'enum', edit_flag: true, options: [{ id: 7, label: 'Seven' }] },
      ],
    },
    'thing',
    ['name string null required', `${'a'.repeat(40)} integer null custom 7=Seven`],
  ],
  [
    'servicenow-dictionary',
    {
      result: [
        {
          name: 'incident',
          element: 'short_description',
          internal_type: 'string',
          max_length: '160',
          mandatory: 'true',
        },
        {
          name: 'incident',
          element: 'u_seats',
          internal_type: { value: 'integer' },
          max_length: '40',
          read_only: 'true',
        },
      ],
    },
    'incident',
    ['short_description string null required ≤160', 'u_seats integer as string null read-only custom'],
  ],
  [
    'dynamics-attributes',
    {
      value: [
        {
          EntityLogicalName: 'account',
          LogicalName: 'name',
          AttributeType: 'String',
          MaxLength: 160,
          RequiredLevel: { Value: 'ApplicationRequired' },
        },
        {
          EntityLogicalName: 'account',
          LogicalName: 'ownerid',
          AttributeType: 'Owner',
          Targets: ['systemuser'],
        },
        {
          EntityLogicalName: 'account',
          LogicalName: 'owneridname',
          AttributeType: 'String',
          AttributeOf: 'ownerid',
        },
      ],
    },
    'account',
    ['name string null required ≤160', '_ownerid_value string uuid null →systemuser'],
  ],
  [
    'airtable-base-schema',
    {
      tables: [
        {
          id: 't1',
          name: 'Tasks',
          primaryFieldId: 'f1',
          fields: [
            { id: 'f1', name: 'Title', type: 'singleLineText' },
            { id: 'f2', name: 'Nr.', type: 'autoNumber' },
            { id: 'f3', name: 'Stage', type: 'singleSelect', options: { choices: [{ name: 'New' }] } },
          ],
        },
      ],
    },
    'Tasks',
    [
      'id string read-only',
      'createdTime date-time read-only',
      'fields.Title string null custom',
      'fields.Nr\\. integer null read-only custom',
      'fields.Stage string null custom New=New',
    ],
  ],
  [
    'odoo-fields-get',
    {
      id: { type: 'integer', string: 'ID', readonly: true },
      name: { type: 'char', string: 'Name', required: true },
      partner_id: { type: 'many2one', string: 'Partner', relation: 'res.partner' },
      state: { type: 'selection', string: 'State', selection: [['a', 'A']] },
      x_own: { type: 'float', string: 'Own' },
    },
    'thing',
    [
      'id integer null read-only',
      'name string required',
      'partner_id integer id null →res.partner',
      'state string null a=A',
      'x_own number null custom',
    ],
  ],
  [
    'scim-schemas',
    {
      Resources: [
        {
          id: 'urn:ietf:params:scim:schemas:core:2.0:User',
          name: 'User',
          attributes: [
            {
              name: 'userName',
              type: 'string',
              required: true,
              mutability: 'readWrite',
              returned: 'default',
            },
            { name: 'password', type: 'string', mutability: 'writeOnly', returned: 'never' },
            {
              name: 'emails',
              type: 'complex',
              multiValued: true,
              subAttributes: [{ name: 'value', type: 'string' }],
            },
          ],
        },
      ],
    },
    'User',
    ['userName string required', 'password string null', 'emails[].value string null'],
  ],
  [
    'bamboohr-fields',
    [
      { id: 1, name: 'First name', type: 'text', alias: 'firstName' },
      { id: '2.1', name: 'Pay', type: 'pay_type' },
    ],
    'employee',
    ['firstName string null', '2\\.1 string null'],
  ],
  [
    'sendgrid-fields',
    {
      custom_fields: [{ id: 'w1', name: 'tier', field_type: 'Text', _metadata: {} }],
      reserved_fields: [{ id: 'r1', name: 'email', field_type: 'Text' }],
    },
    'contact',
    ['email string null', 'custom_fields.tier string null custom'],
  ],
  [
    'notion-data-source',
    {
      object: 'data_source',
      properties: { Done: { type: 'checkbox' }, 'Made at': { type: 'created_time' } },
    },
    'page',
    [
      'id string uuid read-only',
      'created_time date-time read-only',
      'last_edited_time date-time read-only',
      'properties.Done.checkbox boolean null custom',
      'properties.Made at.created_time date-time null read-only custom',
    ],
  ],
])('%s', (format, value, entity, fields) => {
  expect(readMetadata(value as Json, 'thing')?.format).toBe(format);
  expect(lines(value)?.map(({ entity: name, fields: found }) => ({ name, found }))).toStrictEqual([
    { name: entity, found: fields },
  ]);
});

test.each([
  [[{ id: 1, name: 'x', type: 'lamp' }]],
  [{ results: [{ id: 1, name: 'x' }] }],
  [{ fields: [{ name: 'a' }] }],
  [{ value: [{ id: 1 }] }],
  [{ string: 'x', type: 'y' }],
  [[]],
  [null],
])('%j is no metadata', (value) => {
  expect(readMetadata(value as Json, 'x')).toBeUndefined();
});

test('pages of a recording are one list, a field that comes twice counts once', () => {
  const page = (name: string) => ({
    method: 'GET',
    path: '/p',
    status: 200,
    response: { results: [hubspot({ name }), hubspot({ name: 'email' })] },
  });
  expect(lines([page('a'), page('b')])?.[0]?.fields.slice(4)).toStrictEqual([
    'properties.a string null',
    'properties.email string null',
    'properties.b string null',
  ]);
});

test('fields and their schema say the same', () => {
  const schema = schemaOfFields([
    {
      path: 'a.b[].c',
      type: 'number',
      wireType: 'string',
      nullable: false,
      label: 'C',
      enum: [{ value: '1', label: 'One' }],
    },
    { path: 'a.d', type: 'date', required: true, custom: true, reference: 'x' },
  ]);
  const reader = new SchemaReader({ schema });
  expect(reader.at('/schema/properties/a/properties/b/items/properties/c')?.node).toStrictEqual({
    type: 'string',
    enum: ['1'],
    'x-causeway': { type: 'number', wireType: 'string', label: 'C', enumLabels: { 1: 'One' } },
  });
  expect(reader.at('/schema/properties/a/required')?.node).toStrictEqual(['d']);
});

test('damaged answers are read as far as they go, without a throw', () => {
  const samples: Json[] = [
    { results: [hubspot({ name: 'email' })] },
    { name: 'A', fields: [describe({ name: 'Id' })] },
    { ticket_fields: [{ id: 1, raw_title: 's', type: 'text' }] },
    { result: [{ element: 'a', internal_type: 'b', max_length: '1' }] },
  ] as never;
  fc.assert(
    fc.property(
      fc.constantFrom(...samples),
      fc.jsonValue({ maxDepth: 2 }),
      fc.nat(20),
      (sample, junk, place) => {
        const text = JSON.stringify(sample);
        const parts = [...text.matchAll(/(?<=:)(?:"[^"]*"|true|false|\d+)/g)];
        const part = parts[place % parts.length];
        if (part === undefined) return;
        const damaged =
          text.slice(0, part.index) + JSON.stringify(junk) + text.slice(part.index + part[0].length);
        lines(JSON.parse(damaged));
      },
    ),
    {
      numRuns: 400,
      // No text can be made of this object, and a type stands in that place.
      examples: samples.flatMap((sample) =>
        Array.from(
          { length: 20 },
          (_, place) => [sample, { toString: 0 }, place] as [Json, JsonValue, number],
        ),
      ),
    },
  );
});
