import { isObject, type JsonObject } from '../../core/json/json.ts';
import type { SchemaShape } from '../../core/openapi/draft.ts';
import type { Located, SchemaReader } from '../../core/openapi/schema-reader.ts';
import { type EntitySummary, type Operation, parsePath } from '../../model/index.ts';
import { sentParameters } from './sent-parameters.ts';

/** The schemas of one record type, by what is done with it. */
export interface Sides {
  readonly record: SchemaShape | undefined;
  readonly create: SchemaShape | undefined;
  /** More than one where a record can be changed in part and as a whole. */
  readonly updates: readonly SchemaShape[];
}

/** Where the document describes the record as it is read, created and changed. */
export function findSides(reader: SchemaReader, summary: EntitySummary): Sides {
  const { create, upsert, update } = summary.operations;
  const named = (pointer: string | null | undefined) => shapeAt(reader, reader.at(pointer ?? ''), pointer);
  const record = named(summary.schemaAt);
  // Where nothing is said of calls, the one schema is what is sent as well.
  const only = Object.keys(summary.operations).length === 0 ? record : undefined;
  const changed = named(summary.updateAt);
  return {
    record,
    create: named(summary.createAt) ?? sent(reader, create ?? upsert) ?? only,
    updates:
      changed === undefined
        ? [sent(reader, update), ...siblings(reader, update)].filter((shape) => shape !== undefined)
        : [changed],
  };
}

function shapeAt(reader: SchemaReader, located: Located | undefined, pointer: string | null | undefined) {
  return pointer === undefined || pointer === null || located === undefined
    ? undefined
    : reader.shape(located);
}

/** What a PUT takes where a PATCH is used, and the other way round: together they say what can be changed. */
function siblings(reader: SchemaReader, update: Operation | undefined): (SchemaShape | undefined)[] {
  const method = /\/(put|patch)$/.exec(update?.at ?? '')?.[1];
  if (update === undefined || method === undefined) return [];
  const at = update.at.slice(0, -method.length) + (method === 'put' ? 'patch' : 'put');
  return reader.at(at) === undefined ? [] : [sent(reader, { ...update, at })];
}

/** What is sent: the body, or query parameters where there is none. */
function sent(reader: SchemaReader, operation: Operation | undefined): SchemaShape | undefined {
  if (operation === undefined) return undefined;
  const body = reader.resolve(reader.at(`${operation.at}/requestBody`));
  const content = body === undefined ? undefined : reader.child(body, 'content');
  if (content === undefined || !isObject(content.node)) return sentParameters(reader, operation);
  const type = mediaType(content.node, operation.mediaType);
  const whole = type === undefined ? undefined : reader.child(content, type, 'schema');
  const inner =
    operation.requestAt === ''
      ? whole
      : parsePath(operation.requestAt).reduce<Located | undefined>(
          (located, { name }) => (located === undefined ? undefined : step(reader, located, name)),
          whole,
        );
  return inner === undefined ? undefined : oneOf(reader, reader.shape(inner));
}

/** The catalog may know another spelling of the media type than the document. */
function mediaType(content: JsonObject, wanted: string): string | undefined {
  if (Object.hasOwn(content, wanted)) return wanted;
  const types = Object.keys(content);
  return types.find((name) => /json/i.test(name)) ?? types[0];
}

/** A property, or any element of a list. */
function step(reader: SchemaReader, located: Located, name: string): Located | undefined {
  const shape = reader.shape(located);
  return shape.items !== undefined && /^\d+$/.test(name) ? shape.items : shape.properties.get(name);
}

/** One record of those sent together. A list of changes (JSON Patch) says nothing of the record. */
function oneOf(reader: SchemaReader, shape: SchemaShape): SchemaShape | undefined {
  if (shape.items === undefined || shape.properties.size > 0) return shape;
  const element = reader.shape(shape.items);
  const isPatch =
    ['op', 'path'].every((name) => element.properties.has(name)) && element.properties.size <= 4;
  return isPatch || element.properties.size === 0 ? undefined : element;
}
