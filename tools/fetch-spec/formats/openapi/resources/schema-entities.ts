import { isObject } from '../../../../core/json/json.ts';
import type { SchemaReader } from '../../../../core/openapi/schema-reader.ts';
import type { EntitySummary } from '../../../../model/index.ts';
import { entityName, sentence, words } from '../../../naming/words.ts';

/** Record types of a document without usable paths: its named schemas that have properties. No operations. */
export function schemaEntities(reader: SchemaReader): EntitySummary[] {
  const schemas = reader.at('/components/schemas');
  if (schemas === undefined || !isObject(schemas.node)) return [];
  const taken = new Set<string>();
  return Object.keys(schemas.node).flatMap((key) => {
    const located = reader.child(schemas, key);
    const short = entityName(key) || key;
    const name = taken.has(short) ? key : short;
    if (located === undefined || taken.has(name)) return [];
    const shape = reader.shape(located);
    if (shape.properties.size === 0) return [];
    taken.add(name);
    return {
      name,
      label: sentence(words(name)),
      aliases: key === name ? [] : [key],
      operations: {},
      fieldCount: shape.properties.size,
      schemaAt: located.at,
    };
  });
}
