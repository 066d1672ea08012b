import type { Field, Warning } from '../../model/index.ts';
import { maxFields } from '../limits.ts';

/**
 * Keeps to the cap when both sides of a record together have more fields than it: what can be written stays before what
 * can only be read, the outer before the inner. The order stays.
 */
export function capFields(fields: readonly Field[], at: string): { fields: Field[]; warnings: Warning[] } {
  if (fields.length <= maxFields) return { fields: [...fields], warnings: [] };
  const rank = (field: Field) => (field.readOnly ? 100 : 0) + field.path.split('.').length;
  const kept = new Set(fields.toSorted((a, b) => rank(a) - rank(b)).slice(0, maxFields));
  return {
    fields: fields.filter((field) => kept.has(field)),
    warnings: [
      {
        code: 'fields_cut',
        message: `${fields.length - maxFields} of the innermost read-only fields were left out: at most ${maxFields} are kept`,
        at,
      },
    ],
  };
}
