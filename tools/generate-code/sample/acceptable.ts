import type { Field } from '../../model/index.ts';

/** Whether the target's schema lets the value through. */
export function acceptable(field: Field, value: unknown): boolean {
  const wire = field.wireType ?? field.type;
  if (value === undefined || value === null) return false;
  if (field.enum.length > 0 && wire !== 'array')
    return field.enum.some(
      (known) =>
        String(known.value) === String(value) && (wire === 'string' || typeof known.value === typeof value),
    );
  if (wire === 'any') return true;
  if (wire === 'integer') return Number.isSafeInteger(value);
  if (wire === 'number') return typeof value === 'number';
  if (wire === 'boolean') return typeof value === 'boolean';
  if (wire === 'array') return Array.isArray(value);
  if (wire === 'object') return typeof value === 'object' && !Array.isArray(value);
  if (typeof value !== 'string')
    return field.wireType === 'string' && typeof value !== 'object' && field.type !== 'string';
  if (field.wireType === null && field.type === 'date') return /^\d{4}-\d\d-\d\d$/.test(value);
  if (field.wireType === null && field.type === 'date-time')
    return /^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:\d\d)$/.test(value);
  return (field.maxLength === null || value.length <= field.maxLength) && (!field.required || value !== '');
}
