import { RecordError } from '../src/record-error.ts';
import { findRow } from './find-row.ts';

/** The value's counterpart in a table, else its `code`. What has neither becomes `otherwise`, or is refused. */
export function lookUpCode<To>(
  value: unknown,
  table: ReadonlyMap<unknown, To>,
  loose: boolean,
  code: string | undefined,
  field: string,
  otherwise?: string | number | boolean | null,
): To | string | number | boolean | null | undefined {
  if (value === null || value === undefined) return value;
  const exact = table.get(value);
  const row = exact === undefined && loose ? findRow(value, table) : undefined;
  const found = exact ?? row?.to;
  if (exact !== undefined || row !== undefined) return found;
  if (code !== undefined) return code;
  if (otherwise === undefined)
    throw new RecordError(field, `${JSON.stringify(value)} is not in the value table`);
  return otherwise;
}
