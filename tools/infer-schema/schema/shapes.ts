import type { SchemaShape } from '../../core/openapi/draft.ts';
import type { Located, SchemaReader } from '../../core/openapi/schema-reader.ts';

/** Does a property hold links between resources (`href`, `rel`), which say nothing of the record? */
export function isLinks(reader: SchemaReader, name: string, shape: SchemaShape): boolean {
  if (!/^_?links$/i.test(name)) return false;
  const inner = shape.items === undefined ? shape : reader.shape(shape.items);
  return name === '_links' || inner.properties.has('href');
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
): { name: string; located: Located } | undefined {
  if (!counters.some((name) => shape.properties.has(name)) || shape.properties.size > 10) return undefined;
  for (const name of ['items', 'data', 'results']) {
    const located = shape.properties.get(name);
    if (located !== undefined && reader.shape(located).items !== undefined) return { name, located };
  }
  return undefined;
}
