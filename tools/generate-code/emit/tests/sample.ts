import {
  applyTransform,
  type Field,
  type MappingRow,
  parsePath,
  type Transform,
  TransformError,
} from '../../../model/index.ts';
import type { Plan } from '../../plan/plan.ts';
import { setAt } from './set-at.ts';

/** A value such as the source sends for a field: an example of its description, else one that fits its type. */
export function sampleValue(field: Field, row: MappingRow | undefined, plan: Plan): unknown {
  const candidates = [...preferred(row?.transform), ...described(field), ...typical(field)];
  const target = row === undefined ? undefined : plan.target.fields.get(row.target);
  const works = (value: unknown) => {
    if (!fitsWire(field, value)) return false;
    if (row === undefined || target === undefined || row.sources.length > 1) return true;
    return acceptable(target, resultOf(row.transform, field.path.includes('[]') ? [value] : value));
  };
  return candidates.find(works) ?? candidates[0];
}

/** The sample source record: an example value in every mapped field. */
export function sampleRecord(plan: Plan): Record<string, unknown> {
  const { source, rows } = plan;
  const rowOf = new Map(rows.flatMap((row) => row.sources.map((path) => [path, row] as const)).toReversed());
  let record: Record<string, unknown> = {};
  for (const field of source.fields.values()) {
    const row = rowOf.get(field.path);
    const needed = field.path === source.entity.idField || field.path === source.entity.updatedField;
    if (row === undefined && !needed) continue;
    record = setAt(record, parsePath(field.path), sampleValue(field, row, plan));
  }
  return record;
}

function preferred(transform: Transform | undefined): unknown[] {
  switch (transform?.kind) {
    case 'lookup':
      return transform.table.map(({ from }) => from);
    case 'conditional':
      return [transform.equals];
    case 'split':
      return [`Ada${transform.separator}de${transform.separator}Vries`];
    case 'date-format':
      return {
        'iso-date': ['2024-02-29'],
        'iso-date-time': ['2024-02-29T12:30:00Z'],
        'epoch-ms': [1709209800000, '1709209800000'],
        'epoch-s': [1709209800, '1709209800'],
      }[transform.from];
    default:
      return [];
  }
}

function described(field: Field): unknown[] {
  const wire = field.wireType ?? field.type;
  const values: unknown[] = [...field.examples, ...field.enum.map(({ value }) => value)];
  return values.flatMap((value): unknown[] => {
    if (wire === 'integer' || wire === 'number') {
      const number = Number(value);
      return Number.isFinite(number) ? [number] : [];
    }
    if (wire === 'boolean') return [String(value) === 'true'];
    if (wire === 'object' || wire === 'array' || wire === 'any') return parsed(String(value));
    return [String(value)];
  });
}

function parsed(text: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return [];
  }
}

function typical(field: Field): unknown[] {
  const byFormat = new Map<string, unknown[]>([
    ['email', ['ada@example.com']],
    ['uri', ['https://www.example.com']],
    ['phone', ['+441174960123']],
    ['country', ['GB']],
    ['currency', ['EUR']],
    ['epoch-ms', [1709209800000, '1709209800000']],
    ['epoch-s', [1709209800, '1709209800']],
  ]);
  return [
    ...(byFormat.get(field.format ?? '') ?? []),
    ...byType[field.type],
    'Example',
    42,
    true,
    ['Example'],
  ];
}

const byType: Readonly<Record<Field['type'], unknown[]>> = {
  string: ['Example', '42', 'true', '2024-02-29', 'A'],
  integer: [42, '42'],
  number: [12.5, '12.5'],
  boolean: [true, 'true'],
  date: ['2024-02-29'],
  'date-time': ['2024-02-29T12:30:00Z'],
  time: ['12:30:00'],
  object: [{ example: 'value' }],
  array: [['Example']],
  any: ['Example'],
};

/** Whether the source's schema lets the value through. */
function fitsWire(field: Field, value: unknown): boolean {
  const wire = field.wireType ?? field.type;
  if (wire === 'any') return true;
  if (wire === 'integer' || wire === 'number') return typeof value === 'number';
  if (wire === 'boolean') return typeof value === 'boolean';
  if (wire === 'array') return Array.isArray(value);
  if (wire === 'object') return typeof value === 'object' && !Array.isArray(value);
  return typeof value === 'string';
}

function resultOf(transform: Transform, value: unknown): unknown {
  try {
    return applyTransform(transform, [value]);
  } catch (error) {
    if (error instanceof TransformError) return undefined;
    throw error;
  }
}

/** Whether the target's schema lets the value through. */
export function acceptable(field: Field, value: unknown): boolean {
  const wire = field.wireType ?? field.type;
  if (value === undefined || value === null) return false;
  if (field.path.includes('[]')) return true;
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
