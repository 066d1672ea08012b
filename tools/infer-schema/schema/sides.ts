import { isObject } from '../../core/json/json.ts';
import type { Located, SchemaReader } from '../../core/openapi/schema-reader.ts';
import { type EntitySummary, type Operation, parsePath } from '../../model/index.ts';

/** The schemas of one record type, by what is done with it. */
export interface Sides {
  readonly record: Located | undefined;
  readonly create: Located | undefined;
  readonly update: Located | undefined;
}

/** Where the document describes the record as it is read, created and changed. */
export function findSides(reader: SchemaReader, summary: EntitySummary): Sides {
  const { create, upsert, update } = summary.operations;
  return {
    record: summary.schemaAt === null ? undefined : reader.at(summary.schemaAt),
    create: bodySchema(reader, create ?? upsert),
    update: bodySchema(reader, update),
  };
}

function bodySchema(reader: SchemaReader, operation: Operation | undefined): Located | undefined {
  if (operation === undefined) return undefined;
  const body = reader.resolve(reader.at(`${operation.at}/requestBody`));
  const content = body === undefined ? undefined : reader.child(body, 'content');
  if (content === undefined || !isObject(content.node)) return undefined;
  // The catalog may know another spelling of the media type than the document.
  const type = Object.hasOwn(content.node, operation.mediaType)
    ? operation.mediaType
    : (Object.keys(content.node).find((name) => /json/i.test(name)) ?? Object.keys(content.node)[0]);
  const whole = type === undefined ? undefined : reader.child(content, type, 'schema');
  if (operation.requestAt === '') return whole;
  return parsePath(operation.requestAt).reduce<Located | undefined>(
    (located, { name }) => (located === undefined ? undefined : reader.shape(located).properties.get(name)),
    whole,
  );
}
