import {
  arrayOf,
  isObject,
  type Json,
  type JsonObject,
  objectOf,
  property,
  textOf,
} from '../../../core/json/json.ts';
import { notASpec, unsupportedFormat } from '../../front-door/not-a-spec.ts';
import type { Opened } from '../../front-door/opened.ts';
import type { Loader } from '../loader.ts';
import { describeOpenApi } from '../openapi/describe-openapi.ts';
import { recordedEntities } from '../recording/call-entities.ts';
import type { Exchange } from '../recording/exchange.ts';
import { groupExchanges } from '../recording/observed-calls.ts';
import { openApiOfExchanges } from '../recording/openapi-of-exchanges.ts';
import { isSecretParameter } from '../recording/secrets.ts';
import { withSeenPaging } from '../recording/with-paging.ts';
import { withKeyNames } from './api-key-names.ts';
import { schemaOfExamples } from './example-schema.ts';
import { formEntries, recordOfForm, withEntryFacts } from './form-body.ts';
import { graphqlExchanges } from './graphql-requests.ts';
import { requestsWithAuth } from './with-folder-auth.ts';
import { withoutValues } from './without-values.ts';

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** Postman collections 2.0 and 2.1, rewritten as OpenAPI 3; what bodies look like is read off the saved examples. */
export const postmanLoader: Loader = {
  name: 'postman',
  recognise({ value }: Opened) {
    const info = property(collectionIn(value), 'info');
    const schema = textOf(property(info, 'schema')) ?? '';
    const version = /getpostman\.com\/.*\/v(\d+\.\d+)/.exec(schema)?.[1];
    if (version !== undefined) return `postman-${version}`;
    if (property(info, '_postman_id') !== undefined) return 'postman-2.1';
    // An exported collection of the first version has its requests in one list.
    return isObject(value) && Array.isArray(value['requests']) && Array.isArray(value['order'])
      ? 'postman-1.0'
      : undefined;
  },
  async load({ source, value, warnings }, format) {
    const collection = collectionIn(value);
    if (!isObject(collection) || format === 'postman-1.0') {
      throw unsupportedFormat(
        'a Postman collection of version 1',
        'Export it from Postman again as version 2.1',
      );
    }
    const copy = structuredClone(collection);
    const requests = requestsWithAuth(copy);
    for (const request of requests) withoutValues(request);
    const document = withSchemas(withKeyNames(await converted(copy), copy, requests));
    const graphs = withGraphs(document, requests);
    const described = describeOpenApi({ document, format, origin: source.origin });
    const own =
      graphs.length === 0
        ? described
        : withSeenPaging({ ...described, entities: recordedEntities(described) }, groupExchanges(graphs));
    const title = property(property(collection, 'info'), 'name');
    return {
      ...own,
      title: typeof title === 'string' && title.trim() !== '' ? title.slice(0, 200) : own.title,
      warnings: [
        ...warnings,
        {
          code: 'read_from_examples',
          message:
            'A collection has no types: fields are read off its saved examples, which may leave some out',
          at: '',
        },
        ...own.warnings,
      ],
    };
  },
};

/** The collection itself; Postman's API wraps it. */
function collectionIn(value: Json | null): Json | undefined {
  const inner = property(value, 'collection');
  return isObject(inner) ? inner : (value ?? undefined);
}

async function converted(collection: JsonObject): Promise<JsonObject> {
  const { convert } = await import('@scalar/postman-to-openapi');
  try {
    const document: unknown = convert(collection as never);
    if (isObject(document)) return document;
  } catch (cause) {
    throw notASpec(
      `its Postman structure is damaged (${cause instanceof Error ? cause.message.slice(0, 150) : 'unknown'})`,
      'Export the collection again as version 2.1',
    );
  }
  throw notASpec('its Postman structure is damaged', 'Export the collection again as version 2.1');
}

/** Puts calls per root field in place of the calls to one GraphQL address, and answers them. Changes the document. */
function withGraphs(document: JsonObject, requests: readonly JsonObject[]): Exchange[] {
  const [server] = arrayOf(document['servers']);
  const baseUrl = textOf(property(server, 'url')) ?? '';
  const exchanges = graphqlExchanges(requests, baseUrl);
  const paths = objectOf(document['paths']);
  for (const { path } of exchanges) delete objectOf(paths[path])['post'];
  document['paths'] = { ...paths, ...objectOf(openApiOfExchanges(exchanges, '', [])['paths']) };
  return exchanges;
}

/** Puts a schema read off the examples where the converter only says "object" or "string". */
function withSchemas(document: JsonObject): JsonObject {
  for (const item of Object.values(objectOf(document['paths']))) {
    for (const method of methods) {
      const call = property(item, method);
      dropSecretExamples(property(call, 'parameters'));
      addSchemas(property(property(call, 'requestBody'), 'content'), true);
      for (const response of Object.values(objectOf(property(call, 'responses')))) {
        addSchemas(property(response, 'content'), false);
      }
    }
  }
  return document;
}

/** The converter keeps what somebody sent as examples: nothing of headers, and nothing with the name of a secret, stays. */
function dropSecretExamples(parameters: Json | undefined): void {
  for (const parameter of Array.isArray(parameters) ? parameters : []) {
    if (!isObject(parameter)) continue;
    if (parameter['in'] !== 'header' && !isSecretParameter(textOf(parameter['name']) ?? '')) continue;
    delete parameter['examples'];
    delete parameter['example'];
  }
}

function addSchemas(content: Json | undefined, request: boolean): void {
  for (const media of Object.values(objectOf(content))) {
    if (!isObject(media)) continue;
    const bodies = [...Object.values(objectOf(media['examples'])).map(exampleValue), media['example']].filter(
      (body) => body !== undefined,
    );
    const forms = bodies.flatMap((body) => formEntries(body) ?? []);
    const schema = schemaOfExamples(
      bodies.map((body) => {
        const entries = formEntries(body);
        return entries === undefined ? body : recordOfForm(entries);
      }),
    );
    if (schema === undefined) continue;
    // One example does not show what must be sent.
    media['schema'] = request ? withEntryFacts(withoutRequired(schema), forms) : schema;
    delete media['examples'];
    delete media['example'];
  }
}

function exampleValue(example: Json): Json {
  return isObject(example) && Object.hasOwn(example, 'value') && Object.keys(example).length <= 3
    ? (example['value'] ?? null)
    : example;
}

function withoutRequired(schema: JsonObject): JsonObject {
  const { required: _, ...rest } = schema;
  return rest;
}
