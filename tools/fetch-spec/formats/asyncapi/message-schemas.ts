import {
  arrayOf,
  isObject,
  type Json,
  type JsonObject,
  objectOf,
  property,
  textOf,
} from '../../../core/json/json.ts';
import { formatPointer } from '../../../core/json/pointer.ts';
import { type Located, SchemaReader } from '../../../core/openapi/schema-reader.ts';
import { oneLine } from '../../../core/text/index.ts';
import type { Warning } from '../../../model/index.ts';
import { relatedKey } from '../../front-door/bundle.ts';
import { isAvro } from '../avro/avro-loader.ts';
import { AvroSchemas } from '../avro/avro-schemas.ts';
import { looksLikeSchema } from '../json-schema/looks-like-schema.ts';
import { SchemaNormaliser } from '../json-schema/normalise/schema-normaliser.ts';
import type { Message } from './read-messages.ts';

/** Key under which the records that messages carry are put. */
const messagesKey = 'x-causeway-messages';
const maxWarnings = 10;

export interface MessageSchemas {
  readonly document: JsonObject;
  /** Pointer of each message's record, in the order of the messages. */
  readonly places: readonly string[];
  readonly warnings: readonly Warning[];
}

/**
 * The document with a record schema for each message: its payload, and beside it its headers as `headers`. JSON Schema and
 * Avro payloads are read, others only named in a warning.
 */
export function messageSchemas(document: JsonObject, messages: readonly Message[]): MessageSchemas {
  const reader = new SchemaReader(document);
  const normaliser = new SchemaNormaliser(document);
  const avro = new AvroSchemas();
  const warnings: Warning[] = [];
  const convert = (node: Json, at: string, format: string | null): JsonObject => {
    const inner = property(node, 'schema');
    const innerFormat = textOf(property(node, 'schemaFormat'));
    // 3.x writes a schema of another format as `{schemaFormat, schema}`.
    if (innerFormat !== null && inner !== undefined) return convert(inner, `${at}/schema`, innerFormat);
    const target = reader.resolve({ node, at });
    if (target !== undefined && isAvro(target.node)) return avro.read(target.node, '', target.at);
    if (format !== null && !/json|openapi|asyncapi/i.test(format)) {
      const message = /avro/i.test(format)
        ? 'The Avro schema of a payload cannot be read here; put it beside the document'
        : `A payload is described in ${oneLine(format, 100)}, which is not read`;
      if (warnings.length < maxWarnings) warnings.push({ code: 'payload_not_read', message, at });
      return {};
    }
    return normaliser.schema(node, at);
  };
  const schemas = Object.entries(objectOf(property(property(document, 'components'), 'schemas')));
  const converted = schemas.map(([name, node]): [string, JsonObject] => [
    name,
    convert(node, formatPointer(['components', 'schemas', name]), null),
  ]);
  const records: JsonObject = {};
  const places = messages.map((message, index) => {
    records[String(index)] = recordOf(reader, message, convert);
    return formatPointer([messagesKey, String(index)]);
  });
  avro.finish();
  const related = property(document, relatedKey);
  const own = new Map([...avro.schemas, ...converted]);
  return {
    document: {
      ...document,
      components: { ...objectOf(property(document, 'components')), schemas: Object.fromEntries(own) },
      [messagesKey]: records,
      ...(Array.isArray(related)
        ? {
            [relatedKey]: related.map((node, index) =>
              looksLikeSchema(node)
                ? normaliser.schema(node, formatPointer([relatedKey, String(index)]))
                : node,
            ),
          }
        : {}),
    },
    places,
    warnings: [...warnings, ...avro.warnings, ...normaliser.warnings],
  };
}

function recordOf(
  reader: SchemaReader,
  { node, at }: Message,
  convert: (node: Json, at: string, format: string | null) => JsonObject,
): JsonObject {
  const payload = property(node, 'payload');
  const format = textOf(property(node, 'schemaFormat'));
  const record = isObject(payload) ? convert(payload, `${at}/payload`, format) : {};
  const text = textOf(property(node, 'summary')) ?? textOf(property(node, 'description'));
  const headers = headersOf(reader, { node, at }).map((located) => convert(located.node, located.at, null));
  const required = headers.some((schema) => reader.shape({ node: schema, at: '' }).required.size > 0);
  const beside = {
    properties: { headers: { allOf: headers } },
    ...(required ? { required: ['headers'] } : {}),
  };
  return {
    // The last one wins: a payload's own `headers` are its own.
    allOf: [...(headers.length > 0 ? [beside] : []), record],
    ...(text === null ? {} : { description: text.slice(0, 1_000) }),
  };
}

/** Headers of a message, and those it has from its traits. */
function headersOf(reader: SchemaReader, message: Located): Located[] {
  const traits = arrayOf(property(message.node, 'traits')).flatMap((_, index) => {
    const trait = reader.resolve(reader.child(message, 'traits', String(index)));
    return trait === undefined ? [] : [trait];
  });
  return [...traits, message].flatMap((located) => {
    const headers = reader.child(located, 'headers');
    return headers !== undefined && isObject(headers.node) ? [headers] : [];
  });
}
