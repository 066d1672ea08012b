import type { FieldInput, Warning } from '../../model/index.ts';
import { arrayOf, isObject, type Json, property } from '../json/json.ts';
import { airtableBaseSchema } from './airtable-base-schema.ts';
import { bamboohrDataset, bamboohrFields } from './bamboohr-fields.ts';
import { dynamicsAttributes } from './dynamics-attributes.ts';
import { hubspotProperties } from './hubspot-properties.ts';
import { jiraCreatemeta, jiraFields } from './jira-fields.ts';
import type { Metadata, MetadataEntity, MetadataFormat } from './metadata-format.ts';
import { netsuiteMetadataCatalog } from './netsuite-metadata-catalog.ts';
import { notionDataSource } from './notion-data-source.ts';
import { odooFieldsGet } from './odoo-fields-get.ts';
import { pipedriveFields } from './pipedrive-fields.ts';
import { salesforceDescribe, salesforceDescribeGlobal } from './salesforce-describe.ts';
import { scimSchemas } from './scim-schemas.ts';
import { sendgridFields } from './sendgrid-fields.ts';
import { servicenowDictionary } from './servicenow-dictionary.ts';
import { zendeskFields } from './zendesk-fields.ts';
import { zohoFields } from './zoho-fields.ts';

/** All formats of field metadata; the first that recognises an answer reads it. */
const formats: readonly MetadataFormat[] = [
  hubspotProperties,
  salesforceDescribe,
  salesforceDescribeGlobal,
  netsuiteMetadataCatalog,
  zendeskFields,
  jiraFields,
  jiraCreatemeta,
  zohoFields,
  pipedriveFields,
  servicenowDictionary,
  dynamicsAttributes,
  airtableBaseSchema,
  bamboohrDataset,
  bamboohrFields,
  scimSchemas,
  sendgridFields,
  notionDataSource,
  odooFieldsGet,
];

/** The format of an answer with an account's field metadata, or of a recording of such answers; undefined for others. */
export function metadataFormat(value: Json): MetadataFormat | undefined {
  const [first] = answersIn(value);
  return first === undefined ? undefined : formats.find((format) => format.recognise(first));
}

/**
 * What an account's field metadata says. Several answers in a recording are pages of one. `name` is what the records are
 * called where the answer does not say it. Undefined when it is no metadata.
 */
export function readMetadata(value: Json, name: string): (Metadata & { format: string }) | undefined {
  const format = metadataFormat(value);
  if (format === undefined) return undefined;
  const pages = answersIn(value)
    .filter((answer) => format.recognise(answer))
    .map((answer) => format.read(answer, name));
  const entities = new Map<string, MetadataEntity>();
  for (const entity of pages.flatMap((page) => page.entities)) {
    const known = entities.get(entity.name);
    entities.set(entity.name, {
      ...entity,
      fields: distinct([...(known?.fields ?? []), ...entity.fields]),
      naturalKeys: [...new Set([...(known?.naturalKeys ?? []), ...entity.naturalKeys])],
    });
  }
  const warnings: Warning[] = pages.flatMap((page) => [...page.warnings]);
  return {
    format: format.format,
    system: pages[0]?.system ?? null,
    entities: [...entities.values()],
    warnings,
  };
}

/** The bodies of a recording (`[{method, path, status, response}]`), or the answer itself. */
function answersIn(value: Json): readonly Json[] {
  const recorded = arrayOf(value).filter(
    (line) =>
      isObject(line) && typeof line['method'] === 'string' && property(line, 'response') !== undefined,
  );
  if (recorded.length === 0) return [value];
  return recorded.flatMap((line) => {
    const response = property(line, 'response');
    return response === undefined || response === null ? [] : [parsed(response)];
  });
}

/** Some recorders keep a body as text. */
function parsed(response: Json): Json {
  if (typeof response !== 'string' || !/^\s*[[{]/.test(response)) return response;
  try {
    return JSON.parse(response) as Json;
  } catch {
    return response;
  }
}

function distinct(fields: readonly FieldInput[]): FieldInput[] {
  return [...new Map(fields.map((field) => [field.path, field])).values()];
}
