import { findCode } from './codes/find-code.ts';
import { enumKey } from './enum-key.ts';
import type { Scalar, TransformOf } from './transform.ts';
import { TransformError } from './transform-error.ts';

/** A value's counterpart: by the table, then by the code system, then `otherwise`. Throws `TransformError` without one. */
export function lookUp(value: unknown, transform: TransformOf<'lookup'>): Scalar {
  const row =
    transform.table.find(({ from }) => from === value) ??
    (transform.loose === true ? transform.table.find(({ from }) => sameWords(from, value)) : undefined);
  if (row !== undefined) return row.to;
  const code = transform.codes === undefined ? undefined : findCode(value, transform.codes);
  if (code !== undefined) return code;
  if (transform.otherwise !== undefined) return transform.otherwise;
  throw new TransformError(`${JSON.stringify(value)} is not in the value table`);
}

function sameWords(a: unknown, b: unknown): boolean {
  return typeof a !== 'object' && typeof b !== 'object' && enumKey(String(a)) === enumKey(String(b));
}
