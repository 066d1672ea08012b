import { arrayOf, isObject, type JsonObject, objectOf, property, textOf } from '../../../core/json/json.ts';
import { discoverySchema } from './discovery-schema.ts';

/** Deepest nesting of resources that is read. */
const maxDepth = 10;

/** A Discovery document as OpenAPI 3: methods of all resources as paths, schemas as components, scopes as OAuth 2. */
export function openApiOfDiscovery(document: JsonObject): JsonObject {
  const paths = new Map<string, JsonObject>();
  const shared = objectOf(document['parameters']);
  const visit = (owner: JsonObject, depth: number): void => {
    for (const [name, method] of Object.entries(objectOf(owner['methods']))) {
      if (isObject(method)) addMethod(paths, name, method, shared);
    }
    if (depth >= maxDepth) return;
    for (const inner of Object.values(objectOf(owner['resources'])))
      if (isObject(inner)) visit(inner, depth + 1);
  };
  visit(document, 0);
  const schemas = Object.entries(objectOf(document['schemas'])).map(([name, schema]) => [
    name,
    discoverySchema(objectOf(schema)),
  ]);
  const scopes = objectOf(property(property(property(document, 'auth'), 'oauth2'), 'scopes'));
  const batch = textOf(document['batchPath']);
  return {
    openapi: '3.0.3',
    info: {
      title: textOf(document['title']) ?? textOf(document['name']) ?? 'Untitled API',
      version: textOf(document['version']) ?? '',
      description: textOf(document['description']) ?? '',
    },
    servers: [{ url: serverOf(document) }],
    paths: {
      ...Object.fromEntries(paths),
      ...(batch === null
        ? {}
        : { [`/${batch.replace(/^\//, '')}`]: { post: { summary: 'Several calls in one', responses: {} } } }),
    },
    components: {
      schemas: Object.fromEntries(schemas),
      ...(Object.keys(scopes).length === 0
        ? {}
        : {
            securitySchemes: {
              oauth2: {
                type: 'oauth2',
                flows: {
                  authorizationCode: {
                    authorizationUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
                    tokenUrl: 'https://oauth2.googleapis.com/token',
                    scopes: Object.fromEntries(
                      Object.entries(scopes).map(([scope, about]) => [
                        scope,
                        textOf(property(about, 'description')) ?? '',
                      ]),
                    ),
                  },
                },
              },
            },
          }),
    },
    ...(textOf(document['documentationLink']) === null
      ? {}
      : { externalDocs: { url: document['documentationLink'] ?? '' } }),
  };
}

function serverOf(document: JsonObject): string {
  const root = textOf(document['rootUrl']);
  const service = textOf(document['servicePath']) ?? '';
  if (root !== null)
    return root.replace(/\/+$/, '') + (service === '' ? '' : `/${service.replaceAll(/^\/+|\/+$/g, '')}`);
  return (textOf(document['baseUrl']) ?? '/').replace(/\/+$/, '') || '/';
}

function addMethod(
  paths: Map<string, JsonObject>,
  name: string,
  method: JsonObject,
  shared: JsonObject,
): void {
  const http = textOf(method['httpMethod'])?.toLowerCase();
  // `flatPath` writes `{+name}` of newer APIs as the segments it stands for.
  const template = textOf(method['flatPath']) ?? textOf(method['path']);
  if (http === undefined || template === null || !/^(?:get|post|put|patch|delete)$/.test(http)) return;
  const path = `/${template.replace(/^\/+/, '').replaceAll('{+', '{')}`;
  const item = paths.get(path) ?? {};
  paths.set(path, item);
  const placeholders = new Set(
    [...path.matchAll(/\{([^{}]+)\}/g)].map(([, placeholder = '']) => placeholder),
  );
  const own = Object.entries(objectOf(method['parameters'])).filter(
    ([parameter, about]) => property(about, 'location') !== 'path' || placeholders.has(parameter),
  );
  const all = [
    ...own,
    ...Object.entries(shared).filter(([parameter]) => /^(?:fields|key|access_token)$/.test(parameter)),
  ];
  const request = textOf(property(method['request'], '$ref'));
  const response = textOf(property(method['response'], '$ref'));
  item[http] ??= {
    operationId: textOf(method['id']) ?? name,
    summary: (textOf(method['description']) ?? '').split('\n')[0]?.slice(0, 300) ?? '',
    description: textOf(method['description']) ?? '',
    ...(method['deprecated'] === true ? { deprecated: true } : {}),
    parameters: all.map(([parameter, about]) => parameterOf(parameter, objectOf(about))),
    ...(request === null
      ? {}
      : {
          requestBody: {
            content: { 'application/json': { schema: { $ref: `#/components/schemas/${request}` } } },
          },
        }),
    responses: {
      '200': {
        description: 'Success',
        ...(response === null
          ? {}
          : { content: { 'application/json': { schema: { $ref: `#/components/schemas/${response}` } } } }),
      },
    },
    ...(arrayOf(method['scopes']).length === 0
      ? {}
      : { security: [{ oauth2: arrayOf(method['scopes']) as string[] }] }),
  };
}

function parameterOf(name: string, about: JsonObject): JsonObject {
  const place = property(about, 'location') === 'path' ? 'path' : 'query';
  const schema = discoverySchema(about);
  return {
    name,
    in: place,
    required: place === 'path' || about['required'] === true,
    description: textOf(about['description']) ?? '',
    schema: about['repeated'] === true ? { type: 'array', items: schema } : schema,
  };
}
