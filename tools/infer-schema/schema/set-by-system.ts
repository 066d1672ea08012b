import { type Field, lastName, type Warning } from '../../model/index.ts';
import type { Roles } from '../roles.ts';

/** Names of ids that a caller gives: nobody else knows them. */
const given = /external|number|code|name|login|email|sku|slug|isbn|reference/i;

/**
 * Marks id and time stamps as read-only where the description uses one schema for reading and writing and so does not say
 * it. Only where it says what is sent at all: else nothing is known. What must be sent on creation stays writable, and so does what a schema made for creation has (`sentOnPurpose`).
 */
export function setBySystem(
  fields: readonly Field[],
  roles: Roles,
  sentOnPurpose: ReadonlySet<string>,
  at: string,
): { fields: Field[]; warnings: Warning[] } {
  const id = roles.idField !== null && given.test(lastName(roles.idField)) ? null : roles.idField;
  const paths = [id, roles.createdField, roles.updatedField];
  const assumed = fields.filter(
    ({ path, readOnly, required }) =>
      paths.includes(path) && !readOnly && !required && !sentOnPurpose.has(path),
  );
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
