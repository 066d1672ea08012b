import type { JsonObject } from '../../../core/json/json.ts';

/** Protocol generation: how some types travel depends on it. */
export type ODataVersion = '1.0' | '2.0' | '3.0' | '4.0' | '4.01';

const facts = (more: JsonObject): JsonObject => ({ 'x-causeway': more });

/** A primitive type of the Entity Data Model as JSON Schema; undefined when it is none. */
export function edmSchema(type: string, version: ODataVersion): JsonObject | undefined {
  const old = !version.startsWith('4');
  switch (type.replace(/^Edm\./, '')) {
    case 'String':
      return { type: 'string' };
    case 'Boolean':
      return { type: 'boolean' };
    case 'Byte':
    case 'SByte':
    case 'Int16':
    case 'Int32':
      return { type: 'integer' };
    case 'Int64':
      // Before version 4 wide numbers travel as text.
      return old
        ? { type: 'string', ...facts({ type: 'integer', wireType: 'string' }) }
        : { type: 'integer' };
    case 'Decimal':
      return old
        ? { type: 'string', ...facts({ type: 'number', wireType: 'string', format: 'decimal' }) }
        : { type: 'number' };
    case 'Single':
    case 'Double':
      return { type: 'number' };
    case 'Guid':
      return { type: 'string', format: 'uuid' };
    case 'Date':
      return { type: 'string', format: 'date' };
    case 'DateTimeOffset':
      return { type: 'string', format: 'date-time' };
    case 'DateTime':
      return version === '3.0'
        ? { type: 'string', format: 'date-time' }
        : { type: 'string', ...facts({ type: 'date-time', wireType: 'string', format: 'json-date' }) };
    case 'TimeOfDay':
    case 'Time':
      return { type: 'string', format: 'time' };
    case 'Duration':
      return { type: 'string', format: 'duration' };
    case 'Binary':
      return { type: 'string', format: 'byte' };
    case 'Stream':
      return { type: 'string', format: 'uri', readOnly: true };
    case 'PrimitiveType':
    case 'Untyped':
      return {};
    default:
      return /^(?:Edm\.)?(?:Geography|Geometry)/.test(type) ? { type: 'object' } : undefined;
  }
}
