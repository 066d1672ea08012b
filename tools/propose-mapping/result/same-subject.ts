import type { FieldProfile } from '../profile/field-profile.ts';

/** The same person or place: neither side speaks of an owner, a manager or a billing address that the other does not. */
export function sameSubject(source: FieldProfile, target: FieldProfile): boolean {
  const known = [...source.meaning.context].every((name) => target.meaning.context.has(name));
  return known && sameUse(source, target) && !source.repeated;
}

/** Both are for billing, for shipping, or for nothing in particular. */
export function sameUse(a: FieldProfile, b: FieldProfile): boolean {
  return useOf(a) === useOf(b);
}

function useOf({ meaning }: FieldProfile): string {
  return meaning.qualifiers
    .filter(({ group }) => group === 'use')
    .map(({ name }) => name)
    .join();
}
