import type { SchemaShape } from '../../core/openapi/draft.ts';
import type { Located, SchemaReader } from '../../core/openapi/schema-reader.ts';
import type { Variant } from '../../model/index.ts';

/**
 * Does a property hold links between resources (`href`, `rel`), which say nothing of the record? Those of the record itself
 * that say how they are to be called (`method`) say what can be done with it, and are kept.
 */
export function isLinks(reader: SchemaReader, name: string, shape: SchemaShape, path: string): boolean {
  if (!/^_?links$/i.test(name)) return false;
  const inner = shape.items === undefined ? shape : reader.shape(shape.items);
  const callable = path === '' && inner.properties.has('method');
  return name === '_links' || (inner.properties.has('href') && !callable);
}

/** A reference on the wire as `{id, refName}` (NetSuite), whatever else its schema says. */
export function isNamedReference(shape: SchemaShape): boolean {
  return shape.properties.has('id') && shape.properties.has('refName');
}

const counters = [
  'hasMore',
  'has_more',
  'totalResults',
  'total_count',
  'total',
  'count',
  'next_page_url',
  'next',
];

/** The list inside a nested page of records: `addressBook.items`, `lines.data`. */
export function nestedList(
  reader: SchemaReader,
  shape: SchemaShape,
): { name: string; located: Located; position: number } | undefined {
  if (!counters.some((name) => shape.properties.has(name)) || shape.properties.size > 10) return undefined;
  for (const name of ['items', 'data', 'results']) {
    const located = shape.properties.get(name);
    if (located === undefined || reader.shape(located).items === undefined) continue;
    return { name, located, position: [...shape.properties.keys()].indexOf(name) };
  }
  return undefined;
}

/** Is it how a record names itself inside another one: `assignee.gid`? */
export function isIdName(name: string): boolean {
  return /^_?(?:id|gid|uuid|guid)$/i.test(name);
}

/** The forms that an object can take. */
export interface Forms {
  readonly variants: readonly Variant[];
  /** Names of the forms that have a property; empty: all. */
  formsWith(property: string): string[];
  /** In which of the forms a property must be there, in words; null when in none. */
  requiredWhen(property: string): string | null;
}

/** The forms that an object at a path can take; undefined when there is one form. */
export function variantsOf({ variants }: SchemaShape, path: string): Forms | undefined {
  if (variants === undefined) return undefined;
  const { property, all } = variants;
  const field = property === null ? null : (path === '' ? '' : `${path}.`) + property.replaceAll('.', '\\.');
  return {
    variants: all.map(({ name, value }) => ({ name, field, value })),
    formsWith(wanted) {
      const having = all.filter(({ properties }) => properties.has(wanted));
      return having.length === all.length ? [] : having.map(({ name }) => name);
    },
    requiredWhen(wanted) {
      const needing = all.filter(({ required }) => required.has(wanted));
      if (needing.length === 0) return null;
      const values = needing.map(({ value }) => value);
      if (field !== null && !values.includes(null)) return `when ${field} is ${some(values)}`;
      const forms = some(needing.map(({ name }) => name));
      return path === '' ? `in the form ${forms}` : `when ${path} has the form ${forms}`;
    },
  };
}

/** `card or cash`; of many, the first. */
function some(names: readonly (string | null)[]): string {
  const shown = 5;
  const more = names.length > shown ? ` or one of ${names.length - shown} others` : '';
  return names.slice(0, shown).join(' or ') + more;
}
