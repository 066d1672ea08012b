import { type Draft, merge } from './draft.ts';
import { eitherOf } from './place.ts';
import type { Located } from './schema-reader.ts';

/**
 * Adds the variants of a union to a shape. One variant beside null is that variant, nullable; the empty text is one more
 * value of a text, and null to anything else. A text or a record is the record's id. Several records have the properties of
 * all, and require what all require. Other mixtures allow the types of all.
 */
export function mergeVariants(draft: Draft, all: readonly Draft[]): void {
  const given = all.filter((variant) => !saysNull(variant));
  const filled = given.filter((variant) => !isEmptyText(variant));
  const areTexts = filled.length > 0 && filled.every(isText);
  const areListed = areTexts && filled.every((variant) => variant.enum.length > 0);
  const variants = areListed ? given : filled;
  const isEmptied = filled.length < given.length && !areTexts;
  if (isEmptied || given.length < all.length || all.some((variant) => variant.nullable))
    draft.nullable = true;
  const [only, ...others] = variants;
  draft.onlyNull ||= all.length > 0 && given.length === 0;
  if (only === undefined) return;
  if (others.length === 0) {
    merge(draft, only);
    return;
  }
  const objects = variants.filter((variant) => variant.types.has('object'));
  const texts = variants.filter((variant) => variant.types.has('string') && variant.enum.length === 0);
  const [object] = objects;
  if (object !== undefined && objects.length + texts.length === variants.length && texts.length > 0) {
    const [text] = texts;
    if (text !== undefined) merge(draft, { ...text, keywords: { ...text.keywords } });
    draft.idOf = object.at;
    return;
  }
  for (const variant of variants) {
    for (const ref of variant.refs) draft.refs.add(ref);
    draft.items ??= variant.items;
    draft.map ??= variant.map;
  }
  for (const [name, located] of propertiesOf(variants)) {
    if (!draft.properties.has(name)) draft.properties.set(name, located);
  }
  if (draft.types.size === 0) draft.types = new Set(variants.flatMap((variant) => [...variant.types]));
  for (const name of only.required) {
    if (others.every((variant) => variant.required.has(name))) draft.required.add(name);
  }
  // The values of all, unless one variant allows any.
  if (variants.every((variant) => variant.enum.length > 0) && draft.enum.length === 0) {
    draft.enum = [...new Set(variants.flatMap((variant) => variant.enum))];
    draft.labels = new Map(variants.flatMap(labelsOf));
  }
  const formats = new Set(variants.map((variant) => variant.keywords['format']));
  const [format] = formats;
  if (formats.size === 1 && format !== undefined) draft.keywords['format'] ??= format;
}

/** Properties of all variants; one that several have is what any of them says (`kind: cat` or `kind: dog`). */
function propertiesOf(variants: readonly Draft[]): Map<string, Located> {
  const found = new Map<string, Located[]>();
  for (const variant of variants) {
    for (const [name, located] of variant.properties) {
      const places = found.get(name) ?? [];
      found.set(name, places);
      places.push(located);
    }
  }
  return new Map(
    [...found].flatMap(([name, places]) => {
      const place = eitherOf(places);
      return place === undefined ? [] : [[name, place] as const];
    }),
  );
}

/** `oneOf: [{const: a, title: Active}]` is a list of values with labels. */
function labelsOf({ enum: values, labels, keywords }: Draft): [string, string][] {
  const title = keywords['title'] ?? keywords['description'];
  const [value] = values;
  return values.length === 1 && value !== undefined && typeof title === 'string'
    ? [[String(value), title]]
    : [...labels];
}

function saysNull({ onlyNull, types, nullable, properties, refs, enum: values }: Draft): boolean {
  if (onlyNull) return true;
  return types.size === 0 && nullable && properties.size === 0 && refs.size === 0 && values.length === 0;
}

/** A text, or a list of texts without a type. */
function isText({ types, enum: values }: Draft): boolean {
  return types.size === 0
    ? values.length > 0 && values.every((value) => typeof value === 'string')
    : types.size === 1 && types.has('string');
}

/** Stripe's way to say that an object can be emptied: `anyOf: [object, {enum: ['']}]`. */
function isEmptyText(variant: Draft): boolean {
  return variant.enum.length === 1 && variant.enum[0] === '';
}
