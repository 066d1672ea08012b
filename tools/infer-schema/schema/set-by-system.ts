import type { Field, Warning } from '../../model/index.ts';
import type { Roles } from '../roles.ts';

/**
 * Marks id and time stamps as read-only where the description uses one schema for reading and writing and so does not say
 * it. What must be sent on creation stays writable.
 */
export function setBySystem(
  fields: readonly Field[],
  roles: Roles,
  at: string,
): { fields: Field[]; warnings: Warning[] } {
  const paths = [roles.idField, roles.createdField, roles.updatedField];
  const assumed = fields.filter((field) => paths.includes(field.path) && !field.readOnly && !field.required);
  if (assumed.length === 0) return { fields: [...fields], warnings: [] };
  const names = assumed.map(({ path }) => path).join(', ');
  return {
    fields: fields.map((field) => (assumed.includes(field) ? { ...field, readOnly: true } : field)),
    warnings: [
      {
        code: 'read_only_assumed',
        message: `The description does not say who sets ${names}; taken as set by the system, and never written`,
        at,
      },
    ],
  };
}
