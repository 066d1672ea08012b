import { property } from '../../../../core/json/json.ts';
import type { Located, SchemaReader } from '../../../../core/openapi/schema-reader.ts';
import { Operation, type OperationKind } from '../../../../model/index.ts';
import type { HttpCall } from '../http-call.ts';
import { findRecord } from '../resources/envelope.ts';
import type { Recognised } from './kinds.ts';
import { findPagination } from './pagination.ts';

export interface OperationContext {
  readonly reader: SchemaReader;
  /** Path of the server, before every path of the document: `/services/rest/record/v1`. */
  readonly prefix: string;
  readonly ids: ReadonlyMap<HttpCall, string>;
  /** What a record may be called in an envelope. */
  readonly names: readonly string[];
}

/** A recognised call as an Operation. */
export function buildOperation(
  kind: OperationKind,
  { call, list }: Recognised,
  context: OperationContext,
): Operation {
  const { reader, names } = context;
  const single = call.response === undefined ? undefined : findRecord(reader, call.response.schema, names);
  const many = kind === 'list' || kind === 'search';
  const sends = kind === 'create' || kind === 'update' || kind === 'upsert';
  const requestAt =
    sends && call.request !== undefined ? findRecord(reader, call.request.schema, names).path : '';
  return Operation.parse({
    id: context.ids.get(call) ?? call.path,
    method: call.method,
    path: context.prefix + call.path,
    summary: property(call.node, 'summary') === undefined ? null : call.text.trim().slice(0, 200) || null,
    parameters: call.parameters
      .filter(({ name }) => !/^(?:authorization|accept|content-type)$/i.test(name))
      .map(({ schema: _, ...parameter }) => parameter),
    query: kind === 'search' ? searchQuery(call) : {},
    headers: fixedHeaders(reader, call),
    mediaType: call.request?.mediaType ?? 'application/json',
    requestAt,
    responseAt: many ? (list?.path ?? '') : (single?.path ?? ''),
    answers: answersOf(call, many, single?.record, reader),
    pagination: many ? findPagination(reader, call, list?.path ?? '') : null,
    at: call.at,
  });
}

function answersOf(
  call: HttpCall,
  many: boolean,
  record: Located | undefined,
  reader: SchemaReader,
): Operation['answers'] {
  if (many) return 'records';
  const known = record === undefined ? 0 : reader.shape(record).properties.size;
  if (call.method !== 'DELETE' && (known > 0 || (record !== undefined && call.method === 'GET')))
    return 'record';
  const location = call.responseHeaders.some((header) => header.toLowerCase() === 'location');
  return location ? 'location' : 'nothing';
}

/** A search with one text parameter for what is looked for. */
function searchQuery(call: HttpCall): Record<string, string> {
  const parameter = call.parameters.find(
    ({ name, in: place }) => place === 'query' && /^(?:q|query|search|term|keyword)$/i.test(name),
  );
  return parameter === undefined ? {} : { [parameter.name]: '{value}' };
}

/** Headers that must be sent and can have one value only: an API version. */
function fixedHeaders(reader: SchemaReader, call: HttpCall): Record<string, string> {
  const fixed = call.parameters.flatMap(({ name, in: place, required, schema }) => {
    if (place !== 'header' || !required || schema === undefined) return [];
    const shape = reader.shape(schema);
    const value = shape.keywords['default'] ?? (shape.enum.length === 1 ? shape.enum[0] : undefined);
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return Object.fromEntries(fixed);
}
