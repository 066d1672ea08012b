import type { ValueProfile } from './value-profile.ts';

/** With so many names, each in few of the objects, an object is a map. */
const mapSize = 60;
/** Names that hardly ever come twice need not be so many. */
const onceSize = 10;
/** Names that look like ids need only be some. */
const idSize = 3;

const idLike =
  /^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|(?=.*\d)[0-9a-f]{16,128}|[0-9A-HJKMNP-TV-Z]{26}|[a-z]{1,6}_(?=[A-Za-z]*\d)[0-9A-Za-z]{8,40}|(?=(?:.*[A-Z]){3})(?=(?:.*\d){2})[0-9A-Za-z_-]{15,40}|\d{6,20}|\d{4}-\d{2}-\d{2}(?:T.*)?|[^\s@]+@[^\s@]+\.[^\s@]+)$/;

/** Does the name of a property look like the id of something, and so like a value? */
export function looksLikeId(name: string): boolean {
  return idLike.test(name);
}

/** Properties of one kind whose names are data (`{"2024-01-01": 5, …}`): nearly all look like ids, or hardly any comes back. */
export function isMap(profile: ValueProfile): boolean {
  const inner = [...profile.properties.values()];
  if (inner.length < idSize) return false;
  const kinds = new Set(
    inner
      .filter(({ nulls, seen }) => nulls < seen)
      .map((value) => (value.objects > 0 ? 'object' : value.arrays > 0 ? 'array' : 'scalar')),
  );
  if (kinds.size > 1) return false;
  const ids = [...profile.properties.keys()].filter(looksLikeId).length;
  // Names that are there every time are fields, whatever they look like.
  const stable = inner.filter((value) => value.seen >= profile.objects * 0.8).length;
  if (ids >= inner.length * 0.9) return profile.objects < 4 || stable < inner.length / 2;
  const times = inner.reduce((sum, { seen }) => sum + seen, 0);
  if (inner.length >= onceSize && profile.objects >= onceSize && times <= inner.length * 1.5) return true;
  const rare = inner.filter((value) => value.seen * 4 < profile.objects).length;
  return inner.length >= mapSize && profile.objects >= 4 && rare > inner.length * 0.9;
}
