import { type MappingRow, parsePath, readPath } from '../../model/index.ts';
import type { Plan } from '../plan/plan.ts';
import { acceptable } from './acceptable.ts';
import { expectedRecord } from './expected.ts';
import { sampleValue } from './sample-value.ts';
import { setAt } from './set-at.ts';

export interface Sample {
  readonly record: Record<string, unknown>;
  /** Rows for which no value was found that the target would take; their source fields are not in the record. */
  readonly misfits: readonly MappingRow[];
}

/** A source record with an example value in every mapped field, such that it passes both edges. */
export function makeSample(plan: Plan): Sample {
  const all = filled(plan, plan.rows);
  const misfits = plan.rows.filter((row) => !fits(plan, row, all));
  // A required field stays: without it no record passes at all.
  const dropped = misfits.filter((row) => plan.target.fields.get(row.target)?.required !== true);
  const gone = new Set(dropped.flatMap(({ sources }) => sources));
  const rows = plan.rows.filter(({ sources }) => !sources.some((path) => gone.has(path)));
  return { record: dropped.length === 0 ? all : filled(plan, rows), misfits };
}

function filled(plan: Plan, rows: readonly MappingRow[]): Record<string, unknown> {
  const { fields, entity } = plan.source;
  const rowOf = new Map(rows.flatMap((row) => row.sources.map((path) => [path, row] as const)).toReversed());
  const asked = rows.flatMap(({ when }) => (when?.is === 'filled' ? [when.source] : []));
  let record: Record<string, unknown> = {};
  for (const field of fields.values()) {
    const row = rowOf.get(field.path);
    const needed = [entity.idField, entity.updatedField, ...asked].includes(field.path);
    if (row === undefined && !needed) continue;
    record = setAt(record, parsePath(field.path), sampleValue(field, row, plan));
  }
  for (const row of rows) record = withWanted(record, row);
  return record;
}

/** The record such that a row's condition holds, and with the first list element that it asks for. */
export function withWanted(
  record: Record<string, unknown>,
  { transform, when }: MappingRow,
): Record<string, unknown> {
  const asked =
    when?.is === 'equals' || when?.is === 'in'
      ? setAt(record, parsePath(when.source), [when.value].flat()[0])
      : record;
  const picks = transform.kind === 'unnest' || transform.kind === 'aggregate';
  if (!picks || transform.where === undefined) return asked;
  return setAt(asked, parsePath(transform.where.path), transform.where.equals);
}

function fits(plan: Plan, row: MappingRow, record: Record<string, unknown>): boolean {
  const expected = expectedRecord({ ...plan, rows: [row] }, record);
  return 'record' in expected && valueFits(plan, row, expected.record);
}

/** Whether the target takes what the mapping makes of a source record. */
export function passes(plan: Plan, source: Record<string, unknown>): boolean {
  const expected = expectedRecord(plan, source);
  if ('refused' in expected) return false;
  return plan.rows.every((row) => {
    const field = plan.target.fields.get(row.target);
    if (field?.required === true && readPath(expected.record, row.target) === undefined) return false;
    return valueFits(plan, row, expected.record);
  });
}

function valueFits({ target }: Plan, row: MappingRow, record: unknown): boolean {
  const field = target.fields.get(row.target);
  const value = readPath(record, row.target);
  if (field === undefined) return false;
  if (value === undefined || (value === null && !field.required)) return true;
  const depth = row.target.split('[]').length - 1;
  return depth === 0
    ? acceptable(field, value)
    : [value].flat(depth).every((element) => acceptable(field, element));
}
