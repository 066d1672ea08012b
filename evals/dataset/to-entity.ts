import { type Entity, type EnumValue, Field, type FieldType } from '../../tools/model/index.ts';
import type { CaseField, CaseSide } from './mapping-case.ts';

/** One side of a case as an Entity: what a case does not say gets its default. */
export function toEntity(side: CaseSide): Entity {
  return {
    system: side.system,
    name: side.entity,
    label: side.entity,
    description: null,
    idField: side.id_field ?? null,
    naturalKeys: side.natural_keys ?? [],
    externalIdField: side.external_id_field ?? null,
    createdField: null,
    updatedField: null,
    fields: side.fields.map(toField),
    operations: {},
    api: {
      baseUrl: '',
      variables: [],
      protocol: 'rest',
      auth: { kind: 'none', credentials: [] },
      requestsPerSecond: null,
      errors: { message: null, code: null },
      requestIdHeader: null,
      idempotencyHeader: null,
      docs: null,
    },
    variants: [],
    conflicts: [],
    warnings: [],
    provenance: [],
  };
}

function toField(field: CaseField): Field {
  const { type, format } = typeOf(field);
  return Field.parse({
    path: field.path,
    type,
    format,
    label: field.label ?? null,
    description: field.description ?? null,
    required: field.required ?? false,
    enum: (field.enum ?? [])
      .filter((value) => value !== null)
      .map((value): EnumValue => ({ value, label: null })),
    examples: (field.examples ?? []).filter((example) => typeof example === 'string'),
  });
}

/** Cases come with the type words of their origins (`Text or URL`, `Date`, `lookup`). */
function typeOf(field: CaseField): { type: FieldType; format: string | null } {
  const format = field.format ?? null;
  if (format === 'date-time' || format === 'date') return { type: format, format: null };
  const word = field.type.toLowerCase();
  if (word === 'date' || word === 'date or datetime') return { type: 'date', format };
  if (word === 'url') return { type: 'string', format: format ?? 'uri' };
  // A list of values, or of records, that the case does not spell out.
  if (word === 'enum' || word === 'lookup') return { type: 'string', format: format ?? word };
  return { type: typeWords.get(word) ?? 'any', format };
}

const typeWords = new Map<string, FieldType>([
  ['string', 'string'],
  ['text', 'string'],
  ['text or url', 'string'],
  ['number', 'number'],
  ['number or text', 'any'],
  ['integer', 'integer'],
  ['boolean', 'boolean'],
  ['object', 'object'],
  ['array', 'array'],
]);
