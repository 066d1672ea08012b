import type { Field } from '../../field.ts';
import { lastName, parsePath } from '../../path.ts';
import { enumKey } from '../enum-key.ts';

/** Words of a field's own name, vendors' marks (`hs_`, `__c`) left in. */
export function nameWords({ path }: Pick<Field, 'path'>): string[] {
  return enumKey(lastName(path)).split(' ');
}

/** Words of all steps of a path. */
export function pathWords({ path }: Pick<Field, 'path'>): string[] {
  return parsePath(path).flatMap(({ name }) => enumKey(name).split(' '));
}

/** What people read about a field: its name, label and description, as words between spaces. */
export function proseOf(field: Field): string {
  return ` ${enumKey(`${field.label ?? ''} ${field.description ?? ''}`)} `;
}

const idEnd = /(?:^|[a-z])(?:ids?|guid|uuid)$/;

/** Named as the identifier of something: `owner_id`, `AccountId`, `transactioncurrencyid`. */
export function isIdName(field: Pick<Field, 'path'>): boolean {
  const words = nameWords(field);
  const last = words.at(-1) ?? '';
  return ['id', 'ids', 'guid', 'uuid'].includes(last) || (last.length > 7 && idEnd.test(last));
}

/** Named as a code or key of something. */
export function isCodeName(field: Pick<Field, 'path'>): boolean {
  return /(?:^|[a-z])(?:codes?|symbol)$/.test(nameWords(field).at(-1) ?? '');
}
