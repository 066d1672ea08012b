import { type Field, parsePath, readPath } from '../../model/index.ts';
import type { Plan } from '../plan/plan.ts';
import { makeSample } from './sample-record.ts';
import { setAt } from './set-at.ts';

/** A value that differs from record to record: its source text, and what that is for the first record. */
export interface Numbered {
  readonly path: string;
  readonly code: string;
  readonly first: unknown;
}

/** The source fields that tell sample records apart: id, time of change, and what both sides match by. */
export function numberedFields(plan: Plan): Numbered[] {
  const { source, matchKey, upsertKey, rows } = plan;
  const { idField, updatedField } = source.entity;
  const matched = rows
    .filter((row) => row.target === matchKey || row.target === upsertKey)
    .flatMap((row) => row.sources.slice(0, 1))
    .filter((path) => path !== idField);
  const numbered = [
    ...(idField === null ? [] : [numberedId(plan, idField)]),
    ...(updatedField === null ? [] : [numberedTime(updatedField, source.fields.get(updatedField))]),
    ...matched.map((path) => numberedMatch(plan, path)),
  ];
  return [...new Map(numbered.map((entry) => [entry.path, entry])).values()];
}

/** The first of the sample records, as the generated tests make it. */
export function firstRecord(plan: Plan): Record<string, unknown> {
  return numberedFields(plan).reduce(
    (record, { path, first }) => setAt(record, parsePath(path), first),
    makeSample(plan).record,
  );
}

function numberedId({ source }: Plan, path: string): Numbered {
  return isNumber(source.fields.get(path))
    ? { path, code: 'n', first: 1 }
    : { path, code: 'String(n)', first: '1' };
}

function numberedTime(path: string, field: Field | undefined): Numbered {
  const seconds = field?.format === 'epoch-s';
  if (!isNumber(field)) {
    return {
      path,
      code: 'new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString()',
      first: '2026-01-01T00:01:00.000Z',
    };
  }
  const code = `Date.UTC(2026, 0, 1, 0, n)${seconds ? ' / 1000' : ''}`;
  return { path, code, first: Date.UTC(2026, 0, 1, 0, 1) / (seconds ? 1000 : 1) };
}

function numberedMatch(plan: Plan, path: string): Numbered {
  const field = plan.source.fields.get(path);
  if (isNumber(field)) return { path, code: 'n', first: 1 };
  const value = String(readPath(makeSample(plan).record, path) ?? '');
  if (value.includes('@'))
    return { path, code: '`person$' + '{n}@example.com`', first: 'person1@example.com' };
  if (/^\+?\d+$/.test(value)) return { path, code: '`+44117496$' + '{1000 + n}`', first: '+441174961001' };
  return { path, code: '`Sample $' + '{n}`', first: 'Sample 1' };
}

function isNumber(field: Field | undefined): boolean {
  const wire = field?.wireType ?? field?.type;
  return wire === 'integer' || wire === 'number';
}
