import { type Json, type JsonObject, property, textOf } from '../../../core/json/json.ts';
import { type FieldFacts, factsKey } from '../../../core/openapi/field-facts.ts';

const primitives: Readonly<Record<string, JsonObject>> = {
  boolean: { type: 'boolean' },
  int: { type: 'integer', format: 'int32' },
  long: { type: 'integer', format: 'int64' },
  float: { type: 'number', format: 'float' },
  double: { type: 'number', format: 'double' },
  bytes: { type: 'string', format: 'byte' },
  string: { type: 'string' },
};

/** What a number or text means by its logical type, and how it is written. */
const logical: Readonly<Record<string, FieldFacts>> = {
  date: { type: 'date', wireType: 'integer', format: 'epoch-days' },
  'time-millis': { type: 'time', wireType: 'integer', format: 'ms-of-day' },
  'time-micros': { type: 'time', wireType: 'integer', format: 'us-of-day' },
  'timestamp-millis': { type: 'date-time', wireType: 'integer', format: 'epoch-ms' },
  'timestamp-micros': { type: 'date-time', wireType: 'integer', format: 'epoch-us' },
  'timestamp-nanos': { type: 'date-time', wireType: 'integer', format: 'epoch-ns' },
  'local-timestamp-millis': { type: 'date-time', wireType: 'integer', format: 'epoch-ms' },
  'local-timestamp-micros': { type: 'date-time', wireType: 'integer', format: 'epoch-us' },
  'local-timestamp-nanos': { type: 'date-time', wireType: 'integer', format: 'epoch-ns' },
  decimal: { type: 'number', wireType: 'string', format: 'decimal' },
  'big-decimal': { type: 'number', wireType: 'string', format: 'decimal' },
  uuid: { format: 'uuid' },
};

/** Schema of a primitive type by its name; undefined for other names. */
export function primitive(name: string): JsonObject | undefined {
  return Object.hasOwn(primitives, name) ? { ...primitives[name] } : undefined;
}

/** Adds what the logical type of a primitive or fixed says; one that does not fit its type says nothing. */
export function withLogicalType(schema: JsonObject, node: Json): JsonObject {
  const name = textOf(property(node, 'logicalType'));
  const facts = name !== null && Object.hasOwn(logical, name) ? logical[name] : undefined;
  if (facts === undefined) return schema;
  if (facts.wireType !== undefined && facts.wireType !== schema['type']) return schema;
  return { ...schema, [factsKey]: structuredClone(facts) as JsonObject };
}
