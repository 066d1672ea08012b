import type { Field } from '../field.ts';
import type { Incompatibility } from '../mapping.ts';

/**
 * A field that points at another record cannot take a value of another system: the ids differ. Null when neither side
 * is a reference.
 */
export function foreignReference(source: Field, target: Field): Incompatibility | null {
  const entity = target.reference ?? source.reference;
  if (entity === null) return null;
  const message =
    target.reference === null
      ? `${source.path} is the id of a ${entity} in the source system; it means nothing in the target`
      : source.reference === null
        ? `${target.path} points at a ${entity} of the target system; the value of ${source.path} must be looked up there first`
        : `${target.path} points at a ${entity} of the target system; ${source.path} is the id of a ${source.reference} in the source system, so a look-up between the two is needed`;
  return { target: target.path, source: source.path, kind: 'reference', message, lossy: false };
}
