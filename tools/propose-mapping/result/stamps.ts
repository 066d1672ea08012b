import type { Entity, Mapping } from '../../model/index.ts';

/** The fields by which it is told which side was changed last; null unless both sides have one. */
export function stampsOf(source: Entity, target: Entity): Mapping['stamps'] {
  const { updatedField: from } = source;
  const { updatedField: to } = target;
  return from === null || to === null ? null : { source: from, target: to };
}
