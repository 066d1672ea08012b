import type { JsonObject } from '../../../core/json/json.ts';

/** The built-in types of XML Schema whose values are more than text. */
const builtIn: ReadonlyMap<string, JsonObject> = new Map<string, JsonObject>([
  ['boolean', { type: 'boolean' }],
  ['decimal', { type: 'number' }],
  ['float', { type: 'number', format: 'float' }],
  ['double', { type: 'number', format: 'double' }],
  ...(['integer', 'nonPositiveInteger', 'negativeInteger', 'short', 'byte'] as const).map(
    (name): [string, JsonObject] => [name, { type: 'integer' }],
  ),
  ...(['nonNegativeInteger', 'unsignedInt', 'unsignedShort', 'unsignedByte'] as const).map(
    (name): [string, JsonObject] => [name, { type: 'integer', minimum: 0 }],
  ),
  ['unsignedLong', { type: 'integer', format: 'int64', minimum: 0 }],
  ['positiveInteger', { type: 'integer', minimum: 1 }],
  ['int', { type: 'integer', format: 'int32' }],
  ['long', { type: 'integer', format: 'int64' }],
  ['date', { type: 'string', format: 'date' }],
  ['dateTime', { type: 'string', format: 'date-time' }],
  ['dateTimeStamp', { type: 'string', format: 'date-time' }],
  ['time', { type: 'string', format: 'time' }],
  ['duration', { type: 'string', format: 'duration' }],
  ['dayTimeDuration', { type: 'string', format: 'duration' }],
  ['yearMonthDuration', { type: 'string', format: 'duration' }],
  ['base64Binary', { type: 'string', format: 'byte' }],
  ['hexBinary', { type: 'string', format: 'hex' }],
  ['anyURI', { type: 'string', format: 'uri' }],
  ['NMTOKENS', { type: 'array', items: { type: 'string' } }],
  ['IDREFS', { type: 'array', items: { type: 'string' } }],
  ['ENTITIES', { type: 'array', items: { type: 'string' } }],
  ['anyType', { type: 'object', additionalProperties: true }],
]);

/** JSON Schema of a built-in type of XML Schema (or of SOAP's encoding, which repeats them). */
export function primitiveSchema(name: string): JsonObject {
  return { ...(builtIn.get(name) ?? { type: 'string' }) };
}
