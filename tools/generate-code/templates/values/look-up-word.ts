import { RecordError } from '../src/record-error.ts';
import { findRow } from './find-row.ts';

/** The value's counterpart in a table, by its words. What is not in the table becomes `otherwise`, or is refused. */
export function lookUpWord<To>(
  value: unknown,
  table: ReadonlyMap<unknown, To>,
  field: string,
  otherwise?: To | string | number | boolean | null,
): To | string | number | boolean | null | undefined {
  if (value === null || value === undefined) return value;
  const row = findRow(value, table);
  if (row !== undefined) return row.to;
  if (otherwise === undefined)
    throw new RecordError(field, `${JSON.stringify(value)} is not in the value table`);
  return otherwise;
}
