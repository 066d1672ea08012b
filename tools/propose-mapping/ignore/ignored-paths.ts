import type { Entity, Mapping } from '../../model/index.ts';
import { type IgnoreList, ignorerOf } from './ignore-list.ts';

/** The fields of both records that the lists name, in their order. */
export function ignoredPaths(
  source: Entity,
  target: Entity,
  lists: readonly IgnoreList[],
): NonNullable<Mapping['ignore']> {
  const pathsOf = (entity: Entity) => {
    const isIgnored = ignorerOf(entity, lists);
    return entity.fields.map(({ path }) => path).filter(isIgnored);
  };
  return { sources: pathsOf(source), targets: pathsOf(target) };
}

/** Required fields that are ignored all the same: without them no record is made, so they are said. */
export function ignoredRequired({ fields }: Entity, paths: readonly string[]): Mapping['unmappedRequired'] {
  return fields
    .filter((field) => field.required && !field.readOnly && paths.includes(field.path))
    .map(({ path }) => ({
      target: path,
      why: 'Required when a record is created; it is on the ignore list, so nothing was sought for it',
      candidates: [],
    }));
}
