import type { Field } from '../../model/index.ts';
import type { Plan } from '../plan/plan.ts';

/** Required fields of the target that no row fills in code: without them it takes no new record. */
export function unfilledFields({ target, rows }: Plan): Field[] {
  const filled = new Set(rows.map((row) => row.target));
  return [...target.fields.values()].filter(({ path, required }) => required && !filled.has(path));
}
