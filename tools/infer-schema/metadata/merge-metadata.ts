import type { MetadataEntity } from '../../core/metadata/metadata-format.ts';
import { type Entity, Field, type Warning } from '../../model/index.ts';

const shown = 10;

/**
 * Puts an account's own field metadata over what is known of a record type: it knows best what a field is called, which
 * values it takes, whether it must or may be set, and which fields there are. Descriptions and examples stay where it has
 * none. `from` is a path or an address.
 */
export function mergeMetadata(entity: Entity, live: MetadataEntity, from: string): Entity {
  const fields = live.fields.map((input) => Field.parse({ ...input, at: `metadata:${from}` }));
  const byPath = new Map(fields.map((field) => [field.path, field]));
  const known = new Map(entity.fields.map((field) => [field.path, field]));
  const maps = new Set(
    entity.fields
      .filter(
        ({ type, path }) => type === 'object' && fields.some((field) => field.path.startsWith(`${path}.`)),
      )
      .map(({ path }) => path),
  );
  const merged = entity.fields
    .filter(({ path }) => !maps.has(path))
    .map((field) => {
      const own = byPath.get(field.path);
      return own === undefined ? field : over(field, own);
    });
  const added = fields.filter(({ path }) => !known.has(path));
  const unlisted = merged.filter(
    ({ path, readOnly }) => !byPath.has(path) && !readOnly && isTold(path, fields),
  );
  return {
    ...entity,
    naturalKeys: [...new Set([...entity.naturalKeys, ...live.naturalKeys])],
    fields: [...merged, ...added],
    warnings: [
      ...entity.warnings.filter(({ code }) => code !== 'no_custom_fields'),
      {
        code: 'metadata_merged',
        message: `The account's own field metadata was merged in: ${fields.length} fields, ${added.length} of them new, ${fields.filter(({ custom }) => custom).length} of the account's own making`,
        at: from,
      },
      ...(unlisted.length === 0 ? [] : [unlistedWarning(unlisted, from)]),
    ],
    provenance: [...entity.provenance, `Field metadata of the account: ${fields.length} fields from ${from}`],
  };
}

/** Only where the metadata tells of siblings is a missing field really missing. */
function isTold(path: string, fields: readonly Field[]): boolean {
  const before = path.slice(0, path.lastIndexOf('.') + 1);
  return fields.some(
    (field) => field.path.startsWith(before) && !field.path.slice(before.length).includes('.'),
  );
}

function unlistedWarning(fields: readonly Field[], at: string): Warning {
  const names = fields.slice(0, shown).map(({ path }) => path);
  const more = fields.length > shown ? ` and ${fields.length - shown} more` : '';
  return {
    code: 'not_in_account',
    message: `The account does not list ${names.join(', ')}${more}; they stay, and may be refused there`,
    at,
  };
}

function over(field: Field, live: Field): Field {
  const plain = live.type === 'string' && live.format === null;
  return {
    ...field,
    // "Text" says least: what was known to be a phone number stays one.
    ...(plain && field.type !== 'any'
      ? {}
      : { type: live.type, wireType: live.wireType, format: live.format }),
    label: live.label ?? field.label,
    description: live.description ?? field.description,
    nullable: live.nullable,
    present: live.present ?? field.present,
    required: live.required || (field.required && live.requiredWhen === null && !live.readOnly),
    requiredWhen: live.requiredWhen ?? field.requiredWhen,
    readOnly: live.readOnly,
    enum: live.enum.length > 0 ? live.enum : field.enum,
    maxLength: live.maxLength ?? field.maxLength,
    reference: field.reference ?? live.reference,
    custom: live.custom,
    default: live.default ?? field.default,
    at: live.at,
  };
}
