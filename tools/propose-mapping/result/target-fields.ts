import type { Entity, Field } from '../../model/index.ts';

/** Fields of the target that a mapping may set: writable, current, holding a value of their own. */
export function targetFields(target: Entity): Field[] {
  return target.fields.filter(
    (field) =>
      !field.readOnly && !field.deprecated && !isOwnId(field, target) && !isContainer(field, target.fields),
  );
}

/** Fields of the source that hold a value: containers whose parts are listed are left out. */
export function sourceFields(source: Entity): Field[] {
  return source.fields.filter((field) => !field.writeOnly && !isContainer(field, source.fields));
}

/** The id the system gives itself; an id that people choose is a natural key. */
function isOwnId(field: Field, entity: Entity): boolean {
  return (
    field.path === entity.idField &&
    field.path !== entity.externalIdField &&
    !entity.naturalKeys.includes(field.path)
  );
}

function isContainer(field: Field, all: readonly Field[]): boolean {
  if (field.type !== 'object' && field.type !== 'array' && field.type !== 'any') return false;
  return all.some(({ path }) => path.startsWith(`${field.path}.`) || path.startsWith(`${field.path}[]`));
}
