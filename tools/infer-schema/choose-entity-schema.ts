import { isObject, property } from '../core/json/json.ts';
import { formatPointer } from '../core/json/pointer.ts';
import { SchemaReader } from '../core/openapi/schema-reader.ts';
import type { ApiDescription, EntitySummary } from '../model/index.ts';

const container = ['components', 'schemas'];

/**
 * The schema of that name, exactly or in any case and spacing, as a record type without operations; undefined when the
 * document has none, or one without fields.
 */
export function chooseSchema({ document }: ApiDescription, wanted: string): EntitySummary | undefined {
  if (!isObject(document)) return undefined;
  const schemas = property(property(document, 'components'), 'schemas');
  if (!isObject(schemas)) return undefined;
  const names = Object.keys(schemas);
  const key = names.find((name) => name === wanted) ?? names.find((name) => plain(name) === plain(wanted));
  if (key === undefined || plain(key) === '') return undefined;
  const schemaAt = formatPointer([...container, key]);
  const reader = new SchemaReader(document);
  const located = reader.at(schemaAt);
  const fieldCount = located === undefined ? 0 : reader.shape(located).properties.size;
  if (fieldCount === 0) return undefined;
  const name = key.replaceAll(/[^\p{L}\p{N}_]+/gu, '_');
  return { name, label: key, aliases: name === key ? [] : [key], operations: {}, fieldCount, schemaAt };
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
