import { isObject, type Json, type JsonObject, objectOf, property, textOf } from '../../../core/json/json.ts';
import { notASpec, unsupportedFormat } from '../../front-door/not-a-spec.ts';
import type { Opened } from '../../front-door/opened.ts';
import type { Loader } from '../loader.ts';
import { describeOpenApi } from '../openapi/describe-openapi.ts';
import { schemaOfExamples } from './example-schema.ts';

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** Postman collections 2.0 and 2.1, rewritten as OpenAPI 3; what bodies look like is read off the saved examples. */
export const postmanLoader: Loader = {
  name: 'postman',
  recognise({ value }: Opened) {
    const info = property(collectionIn(value), 'info');
    const schema = String(property(info, 'schema') ?? '');
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
    const own = describeOpenApi({
      document: withSchemas(await converted(collection)),
      format,
      origin: source.origin,
    });
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
    const document: unknown = convert(withKnownAuth(structuredClone(collection)) as never);
    if (isObject(document)) return withKeyNames(document, collection);
  } catch (cause) {
    throw notASpec(
      `its Postman structure is damaged (${cause instanceof Error ? cause.message.slice(0, 150) : 'unknown'})`,
      'Export the collection again as version 2.1',
    );
  }
  throw notASpec('its Postman structure is damaged', 'Export the collection again as version 2.1');
}

/** The converter calls every API key `api_key`; the collection says what it is called and where it is sent. */
function withKeyNames(document: JsonObject, collection: JsonObject): JsonObject {
  const auth = property(collection, 'auth');
  const settings = property(auth, 'apikey');
  const setting = (name: string): string | null => {
    const found = Array.isArray(settings) ? settings.find((one) => property(one, 'key') === name) : undefined;
    return textOf(property(found, 'value')) ?? textOf(property(settings, name));
  };
  const name = setting('key');
  if (name === null || !/^[\w.-]{1,100}$/.test(name)) return document;
  const place = setting('in') === 'query' ? 'query' : 'header';
  for (const scheme of Object.values(
    objectOf(property(property(document, 'components'), 'securitySchemes')),
  )) {
    if (isObject(scheme) && scheme['type'] === 'apiKey') Object.assign(scheme, { name, in: place });
  }
  return document;
}

const knownAuth = new Set(['apikey', 'basic', 'bearer', 'oauth2', 'noauth']);

/** Leaves out kinds of authentication that the converter does not know: it complains of them on the terminal. */
function withKnownAuth(node: JsonObject, depth = 0): JsonObject {
  for (const owner of [node, node['request']]) {
    if (
      isObject(owner) &&
      owner['auth'] !== undefined &&
      !knownAuth.has(String(property(owner['auth'], 'type')))
    ) {
      delete owner['auth'];
    }
  }
  const { item } = node;
  if (depth < 30 && Array.isArray(item)) {
    for (const inner of item) if (isObject(inner)) withKnownAuth(inner, depth + 1);
  }
  return node;
}

/** Puts a schema read off the examples where the converter only says "object" or "string". */
function withSchemas(document: JsonObject): JsonObject {
  for (const item of Object.values(objectOf(document['paths']))) {
    for (const method of methods) {
      const call = property(item, method);
      addSchemas(property(property(call, 'requestBody'), 'content'), true);
      for (const response of Object.values(objectOf(property(call, 'responses')))) {
        addSchemas(property(response, 'content'), false);
      }
    }
  }
  return document;
}

function addSchemas(content: Json | undefined, request: boolean): void {
  for (const media of Object.values(objectOf(content))) {
    if (!isObject(media)) continue;
    const examples = Object.values(objectOf(media['examples'])).map((example) =>
      isObject(example) && Object.hasOwn(example, 'value') && Object.keys(example).length <= 3
        ? (example['value'] ?? null)
        : example,
    );
    const schema = schemaOfExamples([
      ...examples,
      ...(media['example'] === undefined ? [] : [media['example']]),
    ]);
    if (schema === undefined) continue;
    // One example does not show what must be sent.
    media['schema'] = request ? withoutRequired(schema) : schema;
    delete media['examples'];
    delete media['example'];
  }
}

function withoutRequired(schema: JsonObject): JsonObject {
  const { required: _, ...rest } = schema;
  return rest;
}
