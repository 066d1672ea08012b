import type { FieldInput } from '../../model/index.ts';
import { arrayOf, isObject, type Json, property, textOf, wordOf } from '../json/json.ts';
import { line, type Meaning, meaningOf, means, step } from './field-of.ts';
import type { MetadataFormat } from './metadata-format.ts';

const types: Readonly<Record<string, Meaning>> = {
  integer: means('integer'),
  decimal: means('number'),
  boolean: means('boolean'),
  dateTime: means('date-time'),
  complex: means('object'),
  binary: means('string', 'byte'),
};
const maxDepth = 4;

/** `GET /Schemas` of a SCIM 2.0 server (RFC 7643, section 7). */
export const scimSchemas: MetadataFormat = {
  format: 'scim-schemas',
  recognise: (value) =>
    schemasIn(value).some(
      (schema) => isObject(schema) && wordOf(schema['id']).startsWith('urn:ietf:params:scim:schemas:'),
    ),
  read: (value) => ({
    system: null,
    entities: schemasIn(value)
      .filter(isObject)
      .map((schema) => ({
        name: textOf(schema['name']) ?? wordOf(schema['id']),
        label: line(schema['name']) ?? wordOf(schema['id']),
        fields: attributes(schema['attributes'], extensionOf(wordOf(schema['id'])), 0),
        naturalKeys: arrayOf(schema['attributes']).flatMap((node) =>
          /server|global/.test(String(property(node, 'uniqueness') ?? '')) && property(node, 'name') !== 'id'
            ? [step(String(property(node, 'name')))]
            : [],
        ),
      })),
    warnings: [],
  }),
};

function schemasIn(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : arrayOf(property(value, 'Resources'));
}

/** An extension's attributes stand under its own name in a record. */
function extensionOf(id: string): string {
  return id.includes(':extension:') ? `${step(id)}.` : '';
}

function attributes(list: Json | undefined, before: string, depth: number): FieldInput[] {
  return arrayOf(list).flatMap((node): FieldInput[] => {
    const name = textOf(property(node, 'name'));
    if (name === null || !isObject(node)) return [];
    const path = `${before}${step(name)}${node['multiValued'] === true ? '[]' : ''}`;
    const inner = arrayOf(node['subAttributes']);
    if (inner.length > 0 && depth < maxDepth) return attributes([...inner], `${path}.`, depth + 1);
    const reference = arrayOf(node['referenceTypes']).find(
      (target) => target !== 'external' && target !== 'uri',
    );
    return [
      {
        path,
        ...meaningOf(types, wordOf(node['type'])),
        description: line(node['description']),
        nullable: node['required'] !== true,
        present: node['returned'] === 'always' ? true : null,
        required: node['required'] === true && node['mutability'] !== 'readOnly' && depth === 0,
        readOnly: node['mutability'] === 'readOnly',
        writeOnly: node['mutability'] === 'writeOnly' || node['returned'] === 'never',
        enum: arrayOf(node['canonicalValues']).flatMap((value) =>
          typeof value === 'string' ? [{ value }] : [],
        ),
        reference: typeof reference === 'string' ? reference : null,
      },
    ];
  });
}
