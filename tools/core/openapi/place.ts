import { isObject } from '../json/json.ts';
import type { Located } from './schema-reader.ts';

/** Most places of one property that are read together: more than any document has. */
const maxPlaces = 20;
const structural =
  /^(?:\$(?:ref|dynamicRef|recursiveRef)|type|properties|items|prefixItems|additionalProperties|allOf|oneOf|anyOf|enum|const)$/;

/** Two places that say something of the same value, `outer` being the one that refines the other. */
export function together(outer: Located, inner: Located): Located {
  const places = new Map<string, Located>();
  for (const place of [...partsOf(outer), ...partsOf(inner)]) {
    if (saysSomething(place) && places.size < maxPlaces) places.set(keyOf(place), place);
  }
  const all = [...places.values()];
  const [first, ...others] = all;
  if (first === undefined || others.length === 0) return first ?? outer;
  // Its address is where its structure stands: what only describes it anew (`{description}`) is not enough to read it.
  const base = all.find(isStructural) ?? first;
  return { node: base.node, at: base.at, all };
}

/** Two or more places of which any one may hold; undefined when there is none. */
export function eitherOf(places: readonly Located[]): Located | undefined {
  const all = new Map(places.flatMap((place) => place.any ?? [place]).map((place) => [keyOf(place), place]));
  const [first, ...others] = all.values();
  if (first === undefined || others.length === 0) return first;
  return { node: first.node, at: first.at, any: [...all.values()] };
}

/** The place itself, or those that hold together there. */
export function partsOf(located: Located): readonly Located[] {
  return located.all ?? [located];
}

/** Tells places apart. */
function keyOf({ at, any, all }: Located): string {
  if (all !== undefined) return `(${all.map(keyOf).join(' & ')})`;
  return any === undefined ? at : `(${any.map(keyOf).join(' | ')})`;
}

/** `{}` and `true` allow anything. */
function saysSomething({ node, any }: Located): boolean {
  return any !== undefined || (isObject(node) && Object.keys(node).length > 0);
}

function isStructural({ node, any }: Located): boolean {
  return any !== undefined || (isObject(node) && Object.keys(node).some((name) => structural.test(name)));
}
