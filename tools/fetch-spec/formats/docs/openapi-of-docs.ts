import { isObject, type Json, type JsonObject, objectOf } from '../../../core/json/json.ts';
import { schemaOfFields } from '../../../core/metadata/schema-of-fields.ts';
import { schemaOf } from '../../../core/samples/schema-of.ts';
import { ValueProfile } from '../../../core/samples/value-profile.ts';
import { singular } from '../../../core/text/singular.ts';
import { entityName } from '../../naming/words.ts';
import type { Documented, DocumentedCall } from './documented.ts';
import type { DocField } from './field-row.ts';
import { schemesIn } from './schemes-in.ts';

/** What documentation says, as OpenAPI 3. Fields of tables and of samples stand together, the tables' words first. */
export function openApiOfDocs(documented: Documented, title: string): JsonObject {
  const schemas = new Map<string, JsonObject>();
  for (const { name, fields, samples } of documented.objects) {
    const schema = schemaFrom(fields, samples);
    if (schema !== undefined) schemas.set(entityName(name), schema);
  }
  const paths = new Map<string, JsonObject>();
  for (const call of documented.calls) {
    const item = paths.get(call.endpoint.path) ?? {};
    paths.set(call.endpoint.path, item);
    item[call.endpoint.method.toLowerCase()] ??= callOf(call, schemas);
  }
  const called = documented.calls.flatMap(({ endpoint }) => endpoint.server ?? []);
  const servers = [...new Set(called.length > 0 ? called : documented.servers)];
  return {
    openapi: '3.0.3',
    info: { title, version: '', description: documented.prose.join('\n') },
    ...(servers.length === 0 ? {} : { servers: servers.slice(0, 3).map((url) => ({ url })) }),
    paths: Object.fromEntries(paths),
    components: { schemas: Object.fromEntries(schemas), securitySchemes: schemesIn(documented.prose) },
  };
}

function callOf(call: DocumentedCall, schemas: ReadonlyMap<string, JsonObject>): JsonObject {
  const { endpoint, summary, parameters } = call;
  const placed = [
    ...parameters.map(({ field, place }) => ({
      name: field.path,
      in: place ?? 'query',
      required: place === 'path' || field.required === true,
      description: field.description ?? '',
      schema: objectOf(objectOf(schemaOfFields([{ ...field, path: 'value' }])['properties'])['value']),
    })),
    ...endpoint.query
      .filter((name) => !parameters.some(({ field }) => field.path === name))
      .map((name) => ({ name, in: 'query', required: false, schema: { type: 'string' } })),
  ];
  const request = schemaFrom(call.request, call.requestSamples);
  const response = schemaFrom(call.response, call.responseSamples) ?? objectSchema(call, schemas);
  const sends = endpoint.method !== 'GET' && endpoint.method !== 'DELETE';
  return {
    summary,
    parameters: placed,
    ...(request === undefined || !sends
      ? {}
      : { requestBody: { content: { 'application/json': { schema: request } } } }),
    responses: {
      '200': {
        description: 'Success',
        ...(response === undefined ? {} : { content: { 'application/json': { schema: response } } }),
      },
    },
  };
}

/** A call without a word of its answer answers what its path is named after, when a page describes that. */
function objectSchema(
  { endpoint }: DocumentedCall,
  schemas: ReadonlyMap<string, JsonObject>,
): JsonObject | undefined {
  const steps = endpoint.path.split('/').filter((step) => step !== '');
  const named = steps.filter((step) => !step.startsWith('{')).at(-1) ?? '';
  const name = [entityName(named), entityName(singular(named))].find((candidate) => schemas.has(candidate));
  if (name === undefined || endpoint.method === 'DELETE') return undefined;
  const reference = { $ref: `#/components/schemas/${name}` };
  const many = endpoint.method === 'GET' && !(steps.at(-1) ?? '').startsWith('{');
  return many ? { type: 'array', items: reference } : reference;
}

/** Fields of tables over what samples show; undefined when there is neither. */
function schemaFrom(fields: readonly DocField[], samples: readonly Json[]): JsonObject | undefined {
  const told = fields.length === 0 ? undefined : schemaOfFields(fields.map(({ field }) => field));
  const profile = new ValueProfile();
  for (const sample of samples) profile.add(sample);
  const shown = samples.length === 0 ? undefined : schemaOf(profile, []);
  if (told === undefined || shown === undefined) return told ?? shown;
  return overlay(shown, told);
}

/** Told fields belong to the record inside an envelope, where the sample has one with the same names. */
function overlay(shown: JsonObject, told: JsonObject): JsonObject {
  const names = Object.keys(objectOf(told['properties']));
  const place = placeOf(shown, names, 3);
  if (place === undefined) return merge(shown, told);
  const properties = objectOf(place['properties']);
  place['properties'] = merged(properties, objectOf(told['properties']));
  if (told['required'] !== undefined) place['required'] = told['required'];
  return shown;
}

function placeOf(schema: JsonObject, names: readonly string[], depth: number): JsonObject | undefined {
  const properties = objectOf(schema['properties']);
  const shared = names.filter((name) => Object.hasOwn(properties, name)).length;
  if (shared * 2 >= names.length && shared > 0) return schema;
  if (depth === 0) return undefined;
  const inner = [schema['items'], ...Object.values(properties)].filter(isObject);
  for (const child of inner) {
    const found = placeOf(child, names, depth - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function merge(shown: JsonObject, told: JsonObject): JsonObject {
  return isObject(shown['properties'])
    ? {
        ...shown,
        properties: merged(objectOf(shown['properties']), objectOf(told['properties'])),
        ...requiredOf(told),
      }
    : told;
}

function requiredOf(told: JsonObject): JsonObject {
  return told['required'] === undefined ? { required: [] } : { required: told['required'] };
}

/** What is told goes before what is shown; a sample adds the inside of objects, the type where none is told, examples. */
function merged(shown: JsonObject, told: JsonObject): JsonObject {
  const result = new Map<string, Json>(Object.entries(shown));
  for (const [name, schema] of Object.entries(told)) {
    const seen = objectOf(result.get(name));
    const own = objectOf(schema);
    if (isObject(seen['properties']) && isObject(own['properties'])) {
      result.set(name, {
        ...seen,
        ...own,
        properties: merged(objectOf(seen['properties']), objectOf(own['properties'])),
      });
    } else if (isObject(seen['properties']) || isObject(seen['items'])) {
      result.set(name, {
        ...own,
        ...seen,
        ...(own['description'] === undefined ? {} : { description: own['description'] }),
        ...factsOf(seen, own, false),
      });
    } else {
      const { nullable: _, required: __, ...rest } = seen;
      const typed = own['type'] !== undefined;
      result.set(name, {
        ...(typed ? { ...rest, type: own['type'] ?? '' } : rest),
        ...own,
        ...factsOf(seen, own, typed),
      });
    }
  }
  return Object.fromEntries(result);
}

/** What samples add to the facts of a described field: its type too where none is told. Where it stands, and how sure it is, is told. */
function factsOf(seen: JsonObject, own: JsonObject, typed: boolean): JsonObject {
  const shown = objectOf(seen['x-causeway']);
  const kind = Object.entries(shown).filter(([name]) => /^(?:type|wireType|format)$/.test(name));
  return {
    'x-causeway': {
      ...shown,
      ...objectOf(own['x-causeway']),
      ...(typed ? {} : Object.fromEntries(kind)),
    },
  };
}
