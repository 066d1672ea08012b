import { arrayOf, isObject, type Json, property, textOf } from '../../../core/json/json.ts';
import { formatPointer } from '../../../core/json/pointer.ts';
import { oneLine } from '../../../core/text/index.ts';
import type { ApiDescription, EntitySummary } from '../../../model/index.ts';
import { notASpec } from '../../front-door/not-a-spec.ts';
import type { Opened } from '../../front-door/opened.ts';
import { sentence, words } from '../../naming/words.ts';
import { describeSchemas } from '../describe-schemas.ts';
import { RecordNames } from '../json-schema/records/record-names.ts';
import type { Loader } from '../loader.ts';
import { fullName, namespaceOf, shortName } from './avro-names.ts';
import { AvroSchemas } from './avro-schemas.ts';

/** Avro: one record, a union of records, or a protocol with its types. */
export const avroLoader: Loader = {
  name: 'avro',
  recognise({ value }) {
    return isAvro(value) ? 'avro' : undefined;
  },
  load: describe,
};

/** Is it a record with fields, a list of named types with one among them, or a protocol? */
export function isAvro(value: Json | null): boolean {
  if (Array.isArray(value)) return value.some(isAvro) && value.every(isType);
  if (!isObject(value)) return false;
  if (typeof property(value, 'protocol') === 'string') return arrayOf(property(value, 'types')).some(isNamed);
  const type = property(value, 'type');
  if (isObject(type)) return isAvro(type);
  return (
    isRecordKind(type) && Array.isArray(property(value, 'fields')) && textOf(property(value, 'name')) !== null
  );
}

function isRecordKind(type: unknown): boolean {
  return type === 'record' || type === 'error';
}

function isNamed(value: Json): boolean {
  const type = property(value, 'type');
  return (
    textOf(property(value, 'name')) !== null && (isRecordKind(type) || type === 'enum' || type === 'fixed')
  );
}

function isType(value: Json): boolean {
  return typeof value === 'string' || isNamed(value);
}

function describe({ source, value, warnings }: Opened, format: string): ApiDescription {
  const schemas = new AvroSchemas();
  const protocol = textOf(property(value, 'protocol'));
  const around = protocol === null ? '' : (textOf(property(value, 'namespace')) ?? '');
  const types = Array.isArray(value)
    ? value
    : protocol === null
      ? [value]
      : arrayOf(property(value, 'types'));
  const outer: string[] = [];
  for (const [index, type] of types.entries()) {
    const at = Array.isArray(value) ? `/${index}` : protocol === null ? '' : `/types/${index}`;
    schemas.read(type, around, at);
    const named = isObject(property(type, 'type')) ? (property(type, 'type') ?? null) : type;
    const name = isRecordKind(property(named, 'type')) ? fullName(named, around) : undefined;
    if (name !== undefined && property(named, 'type') !== 'error') outer.push(name);
  }
  schemas.finish();
  const entities = entitiesOf(schemas, [...new Set(outer)]);
  const [first] = outer;
  if (entities.length === 0 || first === undefined) {
    throw notASpec('its Avro schema has no record with fields', 'Give the schema of a record');
  }
  const title = oneLine(protocol ?? shortName(first), 200);
  return describeSchemas({
    source,
    format,
    title,
    system: systemOf(around || namespaceOf(first), title),
    document: { components: { schemas: Object.fromEntries(schemas.schemas) } },
    entities,
    api: { protocol: 'events' },
    warnings: [
      ...warnings,
      ...schemas.warnings,
      {
        code: 'no_operations',
        message: 'An Avro schema describes records only; how they travel and authentication are unknown',
        at: '',
      },
    ],
  });
}

function entitiesOf({ records }: AvroSchemas, outer: readonly string[]): EntitySummary[] {
  const names = new RecordNames();
  return outer.flatMap((full): EntitySummary[] => {
    const record = records.get(full);
    const named =
      record === undefined || record.fieldCount === 0 ? undefined : names.take(full, shortName(full));
    if (record === undefined || named === undefined) return [];
    return [
      {
        name: named.name,
        label: sentence(words(named.name)),
        aliases: [...new Set([...named.aliases, ...record.aliases])].map((alias) => oneLine(alias, 200)),
        operations: {},
        fieldCount: record.fieldCount,
        schemaAt: formatPointer(['components', 'schemas', full]),
      },
    ];
  });
}

/** `com.example.billing` → `example-billing`. */
function systemOf(namespace: string, title: string): string {
  const parts = namespace
    .split('.')
    .filter((part, index) => index > 0 || !/^(?:com|org|net|io|co|dev)$/.test(part));
  return words(parts.join(' ')).join('-').slice(0, 40) || words(title).join('-').slice(0, 40) || 'avro';
}
