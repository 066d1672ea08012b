import { type Field, parsePath } from '../../model/index.ts';

/** A place in a record that is declared: a field, or an object or list that fields are inside of. */
export interface DeclaredPlace {
  /** As a field's path: a list of which more is described ends in `[]`. */
  readonly path: string;
  readonly name: string;
  field: Field | undefined;
  /** Is it a list: of what stands in `path`? */
  readonly list: boolean;
  readonly inner: Map<string, DeclaredPlace>;
}

/** The declared fields as they are inside of each other. */
export function declaredTree(fields: Iterable<Field>): DeclaredPlace {
  const root = placeOf('', '', false);
  for (const field of fields) {
    let place = root;
    for (const { name, repeated } of parsePath(field.path)) {
      const step = name.replaceAll('.', '\\.') + (repeated ? '[]' : '');
      const known = place.inner.get(name);
      const next = known ?? placeOf(place.path === '' ? step : `${place.path}.${step}`, name, repeated);
      if (known === undefined) place.inner.set(name, next);
      place = next;
    }
    place.field = field;
  }
  return root;
}

/** All fields at a place and inside of it. */
export function* fieldsWithin(place: DeclaredPlace): Generator<Field> {
  if (place.field !== undefined) yield place.field;
  for (const inner of place.inner.values()) yield* fieldsWithin(inner);
}

/** Is nothing declared at that path, nor a place it is inside of that may hold anything? */
export function isUndeclared(path: string, root: DeclaredPlace): boolean {
  let place = root;
  for (const { name } of parsePath(path)) {
    const next = place.inner.get(name);
    // What is below a declared field is its own: a bag, or a value of another kind than declared.
    if (next === undefined) return place === root || place.field === undefined;
    place = next;
  }
  return false;
}

/** Can a path be added as a field: is it undeclared, or inside an object of which nothing is described and no map? */
export function isNew(path: string, root: DeclaredPlace): boolean {
  let place = root;
  for (const { name } of parsePath(path)) {
    const next = place.inner.get(name);
    if (next === undefined) {
      const { field } = place;
      return (
        field === undefined || ((field.type === 'object' || field.type === 'array') && field.format !== 'map')
      );
    }
    place = next;
  }
  return false;
}

function placeOf(path: string, name: string, list: boolean): DeclaredPlace {
  return { path, name, field: undefined, list, inner: new Map() };
}
