import type { Located, SchemaReader } from '../../../../core/openapi/schema-reader.ts';

/** A property found in a body: its dot path, its own name, and what it is. */
export interface Found {
  readonly path: string;
  readonly name: string;
  readonly located: Located;
}

/** The scalar properties of a body down to a depth, outside the records, shallow ones first. */
export function scalarsOf(reader: SchemaReader, body: Located, recordsAt: string, depth = 4): Found[] {
  const found: Found[] = [];
  let level: { path: string; located: Located }[] = [{ path: '', located: body }];
  for (let at = 0; at < depth && found.length < 300; at += 1) {
    const next: typeof level = [];
    for (const { path, located } of level) {
      for (const [name, inner] of reader.shape(located).properties) {
        const innerPath =
          path === '' ? name.replaceAll('.', '\\.') : `${path}.${name.replaceAll('.', '\\.')}`;
        const shape = reader.shape(inner);
        if (innerPath === recordsAt || shape.items !== undefined) continue;
        if (shape.properties.size > 0) next.push({ path: innerPath, located: inner });
        else found.push({ path: innerPath, name, located: inner });
      }
    }
    level = next.slice(0, 50);
  }
  return found;
}
