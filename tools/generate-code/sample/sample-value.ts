import {
  applyTransform,
  type Field,
  type MappingRow,
  type Transform,
  TransformError,
  type TransformOf,
} from '../../model/index.ts';
import type { Plan } from '../plan/plan.ts';
import { takesOne } from '../plan/plan-rows.ts';
import { acceptable } from './acceptable.ts';

/** A value such as the source sends for a field: an example of its description, else one that fits its type. */
export function sampleValue(field: Field, row: MappingRow | undefined, plan: Plan): unknown {
  const target = row === undefined ? undefined : plan.target.fields.get(row.target);
  const candidates = [
    ...preferred(row?.transform),
    ...described(field),
    ...(target?.enum.map(({ value }) => value) ?? []),
    ...typical(field),
  ];
  const works = (value: unknown) => {
    if (!fitsWire(field, value)) return false;
    if (row === undefined || target === undefined || row.sources.length > 1) return true;
    // A list that is taken together is judged as a whole, one that is carried over element by element.
    const together = field.path.includes('[]') && takesOne(row);
    return acceptable(target, resultOf(row.transform, together ? [value] : value));
  };
  return candidates.find(works) ?? candidates.find((value) => fitsWire(field, value));
}

function preferred(transform: Transform | undefined): unknown[] {
  switch (transform?.kind) {
    case 'lookup':
      return [...transform.table.map(({ from }) => from), ...examplesOf(transform.codes)];
    case 'conditional':
      return [transform.equals];
    case 'split':
      return partExamples(transform) ?? [`Ada${transform.separator}de${transform.separator}Vries`];
    case 'date-format':
      return {
        'iso-date': ['2024-02-29'],
        'iso-date-time': ['2024-02-29T12:30:00Z'],
        'epoch-ms': [1709209800000, '1709209800000'],
        'epoch-s': [1709209800, '1709209800'],
        iso: ['2024-02-29T12:30:00Z', '2024-02-29'],
        epoch: [1709209800, '1709209800'],
        yyyymmdd: ['20240229', 20240229],
        'mm/dd/yyyy': ['02/29/2024'],
        'dd/mm/yyyy': ['29/02/2024'],
      }[transform.from];
    default:
      return [];
  }
}

function examplesOf(codes: TransformOf<'lookup'>['codes']): string[] {
  if (codes === undefined) return [];
  const topic = codes.split('-')[0];
  return { country: ['Germany', 'DE'], state: ['Texas', 'TX'], currency: ['EUR'], language: ['en-US'] }[
    topic as 'country' | 'state' | 'currency' | 'language'
  ];
}

function partExamples({ part }: TransformOf<'split'>): string[] | null {
  if (part === undefined) return null;
  if (part.startsWith('phone')) return ['+44 117 496 0123 ext. 12'];
  return part.endsWith('-name') ? ['Ada de Vries'] : ['Springfield, IL 62704'];
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
export function fitsWire(field: Field, value: unknown): boolean {
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
    const where = transform.kind === 'unnest' || transform.kind === 'aggregate' ? transform.where : undefined;
    return applyTransform(transform, [value], () => (where === undefined ? undefined : [where.equals]));
  } catch (error) {
    if (error instanceof TransformError) return undefined;
    throw error;
  }
}
