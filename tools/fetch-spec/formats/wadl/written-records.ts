import type { JsonObject } from '../../../core/json/json.ts';
import { formatPointer } from '../../../core/json/pointer.ts';
import { SchemaReader } from '../../../core/openapi/schema-reader.ts';
import type { EntitySummary } from '../../../model/index.ts';
import { schemaEntities } from '../openapi/resources/schema-entities.ts';

/**
 * The record types of a document with those in `written`, which only the parameters of calls describe: they fill a record
 * type of their name that has no fields, and else stand beside the others, without calls.
 */
export function withWritten(
  entities: readonly EntitySummary[],
  document: JsonObject,
  written: ReadonlySet<string>,
): EntitySummary[] {
  const places = new Set([...written].map((name) => formatPointer(['components', 'schemas', name])));
  const described = schemaEntities(new SchemaReader(document)).filter(
    ({ schemaAt }) => schemaAt !== null && places.has(schemaAt),
  );
  const byName = new Map(described.map((entity) => [entity.name, entity]));
  const names = new Set(entities.map(({ name }) => name));
  return [
    ...entities.map((entity) => {
      const found = entity.fieldCount === 0 ? byName.get(entity.name) : undefined;
      return found === undefined
        ? entity
        : { ...entity, fieldCount: found.fieldCount, schemaAt: found.schemaAt };
    }),
    ...described.filter(({ name }) => !names.has(name)),
  ];
}
