import type { ValueProfile } from '../../core/samples/value-profile.ts';
import type { Conflict, Field } from '../../model/index.ts';
import { type DeclaredPlace, declaredTree, fieldsWithin, isUndeclared } from './declared-tree.ts';
import { kindConflict, type Part, valueConflicts } from './value-conflicts.ts';

/** Where sample records contradict the declared fields; `seen` are the fields that they have. */
export function findConflicts(
  declared: readonly Field[],
  seen: readonly Field[],
  profile: ValueProfile,
): Conflict[] {
  const root = declaredTree(declared);
  const finder = new Finder(profile);
  finder.inside(root, profile, { of: profile.objects, unit: 'records' });
  return [
    ...finder.found,
    ...seen
      .filter(({ path }) => isUndeclared(path, root))
      .map(({ path, type, format, share }): Conflict => {
        const text = format === null ? type : `${type} (${format})`;
        return { path, kind: 'undeclared', declared: '', seen: text, share: share ?? 1 };
      }),
  ];
}

/** Of what the values are counted: the records, or the elements of a list in them. */
interface Counted {
  readonly of: number;
  readonly unit: 'records' | 'elements';
}

class Finder {
  readonly found: Conflict[] = [];
  readonly #untyped: boolean;

  constructor({ untyped }: ValueProfile) {
    this.#untyped = untyped;
  }

  inside(place: DeclaredPlace, profile: ValueProfile, counted: Counted): void {
    for (const inner of place.inner.values()) {
      const seen = profile.properties.get(inner.name);
      const absent = profile.objects - (seen?.seen ?? 0);
      if (absent > 0 && mustBeThere(inner)) {
        const text =
          seen === undefined
            ? `in none of ${profile.objects} ${counted.unit}`
            : `absent from ${absent} of ${profile.objects}`;
        this.#add(
          inner,
          { kind: 'never-seen', declared: 'always present', seen: text, count: absent },
          counted,
        );
      }
      if (seen !== undefined) this.#at(inner, seen, counted);
    }
  }

  #at(place: DeclaredPlace, profile: ValueProfile, counted: Counted): void {
    const container = place.list || (place.field === undefined && place.inner.size > 0);
    if (profile.nulls > 0 && isNeverNull(place, container)) {
      const seen = profile.nulls === profile.seen ? 'null' : `null in ${profile.nulls} of ${counted.of}`;
      this.#add(place, { kind: 'null', declared: 'never null', seen, count: profile.nulls }, counted);
    }
    if (!container) {
      if (place.field !== undefined) this.#values(place, place.field, profile, counted);
      return;
    }
    const kind = kindConflict(place.list ? 'array' : 'object', profile, counted.of);
    if (kind !== undefined) this.#add(place, kind, counted);
    if (place.list) this.#elements(place, profile);
    else this.inside(place, profile, counted);
  }

  #elements(place: DeclaredPlace, { items }: ValueProfile): void {
    if (items === undefined) return;
    const elements: Counted = { of: items.seen, unit: 'elements' };
    if (place.inner.size > 0) this.inside(place, items, elements);
    else if (place.field !== undefined) this.#values(place, place.field, items, elements);
  }

  #values(place: DeclaredPlace, field: Field, profile: ValueProfile, counted: Counted): void {
    for (const part of valueConflicts(field, place.name, profile, counted.of, this.#untyped))
      this.#add(place, part, counted);
  }

  #add({ path }: DeclaredPlace, { count, ...conflict }: Part, { of }: Counted): void {
    this.found.push({ path, ...conflict, share: shareOf(count, of) });
  }
}

/** Is it in every record, or is something inside of it? */
function mustBeThere(place: DeclaredPlace): boolean {
  for (const { present, writeOnly, onlyIn } of fieldsWithin(place)) {
    if (present === true && !writeOnly && onlyIn.length === 0) return true;
  }
  return false;
}

/** A field says it itself; of an object or list, what is inside says whether it may be null. */
function isNeverNull(place: DeclaredPlace, container: boolean): boolean {
  if (!container || place.inner.size === 0) {
    const { field } = place;
    return field !== undefined && !field.nullable && field.type !== 'any';
  }
  for (const { nullable } of fieldsWithin(place)) if (!nullable) return true;
  return false;
}

/** Rounded so that what was seen is not nothing, and what is not in all is not all. */
function shareOf(count: number, of: number): number {
  if (count >= of) return 1;
  return Math.max(0.001, Math.floor((count / of) * 1000) / 1000);
}
