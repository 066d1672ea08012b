import { RecordError } from '../src/record-error.ts';

/** The value's counterpart in a table. What is not in the table becomes `otherwise`, or is refused without one. */
export function lookUp<To>(
  value: unknown,
  table: ReadonlyMap<unknown, To>,
  field: string,
  otherwise?: To,
): To | null | undefined {
  if (value === null || value === undefined) return value;
  const found = table.has(value) ? table.get(value) : otherwise;
  if (found === undefined) throw new RecordError(field, `${JSON.stringify(value)} is not in the value table`);
  return found;
}
