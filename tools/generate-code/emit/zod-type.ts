import { type Field, type WireType, wireTypeOf } from '../../model/index.ts';
import { literal } from './literal.ts';

const plain: Readonly<Record<WireType, string>> = {
  string: 'z.string()',
  integer: 'z.int()',
  number: 'z.number()',
  boolean: 'z.boolean()',
  object: 'z.looseObject({})',
  array: 'z.array(z.unknown())',
};

/** What we accept from the source: the type, and nothing else, since descriptions are often stricter than answers. */
export function sourceType(field: Field | undefined): string {
  const wire = field === undefined ? null : wireTypeOf(field);
  if (wire === null) return 'z.unknown().optional()';
  const type = wire === 'integer' ? 'z.number()' : plain[wire];
  const certain = field?.nullable === false && field.present !== false;
  return certain ? `${type}.optional()` : `${type}.nullish()`;
}

/** What we let through to the target: type, values, length, and presence as its description says. */
export function targetType(field: Field, use: (helper: 'omitNull') => string): string {
  const type = valueType(field);
  if (field.required) return type;
  if (wireTypeOf(field) === null) return `${type}.optional()`;
  // This API takes no null here, so a null means "leave it out".
  return field.nullable ? `${type}.nullish()` : `${use('omitNull')}(${type})`;
}

/** A list element: always there, if the list is. */
export function elementType(field: Field): string {
  return valueType(field);
}

function valueType(field: Field): string {
  const wire = wireTypeOf(field);
  if (wire === null) return 'z.unknown()';
  if (field.enum.length > 0 && wire !== 'array') return enumType(field, wire);
  if (wire !== 'string') return plain[wire];
  if (field.wireType === null && field.type === 'date') return 'z.iso.date()';
  if (field.wireType === null && field.type === 'date-time') return 'z.iso.datetime({ offset: true })';
  // The API wants text also for numbers and the like.
  const text = ['integer', 'number', 'boolean'].includes(field.type) ? 'z.coerce.string()' : 'z.string()';
  const least = field.required ? '.min(1)' : '';
  return `${text}${least}${field.maxLength === null ? '' : `.max(${field.maxLength})`}`;
}

function enumType(field: Field, wire: WireType): string {
  const values = [...new Set(field.enum.map(({ value }) => (wire === 'string' ? String(value) : value)))];
  return wire === 'string' ? `z.enum(${literal(values)})` : `z.literal(${literal(values)})`;
}
