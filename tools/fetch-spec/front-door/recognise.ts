import { recordsIn } from '../../core/documents/records-in.ts';
import { isObject, type Json, type JsonObject, property } from '../../core/json/json.ts';
import { notASpec, unsupportedFormat } from './not-a-spec.ts';

export type Recognised =
  | { readonly kind: 'openapi'; readonly format: string; readonly document: JsonObject }
  | { readonly kind: 'samples'; readonly records: readonly JsonObject[] };

/**
 * Says what a parsed document is. `named` is true when the caller named the record type, and so says that a lone object
 * is a record. Throws `unsupported_format` or `not_a_spec`, each with what was seen.
 */
export function recognise(value: Json, syntax: 'json' | 'ndjson' | 'yaml', named: boolean): Recognised {
  if (Array.isArray(value)) {
    const records = recordsIn(value);
    if (records !== undefined) return { kind: 'samples', records };
    throw notASpec('it is a JSON list that holds no records', 'Sample records are a list of JSON objects');
  }
  if (!isObject(value)) throw notASpec('it is a single value');
  const openapi = property(value, 'openapi');
  if (openapi !== undefined)
    return { kind: 'openapi', format: openapiFormat(String(openapi)), document: value };
  const foreign = foreignFormat(value);
  if (foreign !== undefined) throw unsupportedFormat(foreign);
  const records = syntax === 'yaml' ? undefined : recordsIn(value);
  if (records !== undefined) return { kind: 'samples', records };
  if (syntax !== 'yaml' && (named || looksLikeRecord(value))) return { kind: 'samples', records: [value] };
  const keys = Object.keys(value).slice(0, 6).join(', ');
  throw notASpec(
    `it is ${syntax === 'yaml' ? 'YAML' : 'JSON'} without an "openapi" key${keys === '' ? '' : ` (it has ${keys})`}`,
    'If it holds sample records, name their type as FILE#entity, or add them to a description with --samples',
  );
}

function openapiFormat(version: string): string {
  const [, minor] = /^3\.(\d+)/.exec(version) ?? (version === '3' ? ['', '0'] : []);
  if (minor === undefined) throw unsupportedFormat(`OpenAPI ${version.slice(0, 20)}`);
  return `openapi-3.${minor}`;
}

/** Formats that are JSON or YAML as well, told by their own marks. */
function foreignFormat(value: JsonObject): string | undefined {
  const text = (name: string) => String(property(value, name) ?? '').slice(0, 20);
  const has = (name: string) => property(value, name) !== undefined;
  const info = property(value, 'info');
  if (has('swagger')) return `Swagger ${text('swagger')}`;
  if (has('asyncapi')) return `AsyncAPI ${text('asyncapi')}`;
  if (text('kind').startsWith('discovery#rest') || has('discoveryVersion'))
    return 'a Google Discovery document';
  if (has('__schema') || property(property(value, 'data'), '__schema') !== undefined) {
    return 'a GraphQL introspection result';
  }
  if (
    property(info, '_postman_id') !== undefined ||
    String(property(info, 'schema')).includes('getpostman.com')
  ) {
    return 'a Postman collection';
  }
  if (property(property(value, 'log'), 'entries') !== undefined) return 'a HAR recording';
  const schemaKeys = ['properties', 'definitions', '$defs'].filter((name) => isObject(property(value, name)));
  if (schemaKeys.length > 0 && (has('$schema') || text('type') === 'object')) return 'a JSON Schema';
  if (text('type') === 'record' && Array.isArray(property(value, 'fields'))) return 'an Avro schema';
  return undefined;
}

/** A lone object is taken for a record only if it says so itself, by an id. */
function looksLikeRecord(value: JsonObject): boolean {
  return Object.entries(value).some(
    ([name, inner]) =>
      /^(?:_?id|Id|ID|uuid|gid)$|[a-z](?:Id|ID)$|_id$/.test(name) &&
      (typeof inner === 'string' || typeof inner === 'number'),
  );
}
