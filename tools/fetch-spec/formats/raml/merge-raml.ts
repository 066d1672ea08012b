import { isObject, type Json, type JsonObject } from '../../../core/json/json.ts';

export interface MergeOptions {
  /** Included types: they are taken whole or not at all. */
  readonly whole: ReadonlyMap<object, string>;
  /** Keys ending in `?` are taken only when they are there already: those of the outermost map, or all of them (0.8). */
  readonly optional?: 'none' | 'outer' | 'all';
}

/** What is said of a thing, `under` filling what `own` leaves open: a document over its base, a method over its traits. */
export function mergeRaml(own: Json | undefined, under: Json | undefined, options: MergeOptions): Json {
  if (own === undefined || own === null || own === under) return under ?? null;
  if (!isObject(own) || !isObject(under) || options.whole.has(own) || options.whole.has(under)) return own;
  const { optional = 'none' } = options;
  const inner: MergeOptions = optional === 'outer' ? { ...options, optional: 'none' } : options;
  const merged: JsonObject = { ...own };
  for (const [key, value] of Object.entries(under)) {
    const name = optional !== 'none' && key.endsWith('?') ? key.slice(0, -1) : key;
    // A template may have made a key that no document has.
    if (name === '__proto__' || (name !== key && !Object.hasOwn(merged, name))) continue;
    merged[name] =
      key === 'is' ? [...listOf(merged[name]), ...listOf(value)] : mergeRaml(merged[name], value, inner);
  }
  return merged;
}

/** A list, or the one value that stands for it; empty for nothing. */
export function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
