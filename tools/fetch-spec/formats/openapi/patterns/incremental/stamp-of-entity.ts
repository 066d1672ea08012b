import type { SchemaReader } from '../../../../../core/openapi/schema-reader.ts';
import type { EntitySummary } from '../../../../../model/index.ts';
import { nameWords } from '../name-words.ts';

const changed = /^(?:updated|modified|modification|edited|changed|lastmodified|lastupdated|update)$/;
const moment = /^(?:at|on|date|time|datetime|timestamp|utc|stamp)$/;

/** The field of a record that holds when it was last changed: `updated_at`, `lastModifiedDateTime`. */
export function stampOf(reader: SchemaReader, entity: EntitySummary): string | undefined {
  const record = entity.schemaAt === null ? undefined : reader.at(entity.schemaAt);
  if (record === undefined) return undefined;
  for (const [name, located] of reader.shape(record).properties) {
    const all = nameWords(name);
    if (!all.some((word) => changed.test(word)) || all.includes('by') || all.includes('count')) continue;
    const { types, keywords } = reader.shape(located);
    const isMoment =
      all.some((word) => moment.test(word)) || String(keywords['format'] ?? '').startsWith('date');
    if (isMoment && !types.has('boolean') && !types.has('object') && !types.has('array')) return name;
  }
  return undefined;
}
