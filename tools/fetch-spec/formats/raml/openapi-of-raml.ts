import { isObject, type Json, type JsonObject, objectOf } from '../../../core/json/json.ts';
import type { Warning } from '../../../model/index.ts';
import { Bodies } from './bodies.ts';
import { type Declared, scalarOf } from './declared.ts';
import { ResourceExpander } from './expand-resource.ts';
import { operationOf, parametersOf } from './operations.ts';
import type { RamlTypes } from './raml-types.ts';
import { securityOf, securitySchemes } from './security.ts';
import { serversOf } from './server-of-raml.ts';

export interface RamlApi {
  readonly document: JsonObject;
  readonly declared: Declared;
  readonly fragments: ReadonlyMap<object, string>;
  readonly types: RamlTypes;
  readonly version: string;
}

/** A whole API of RAML as an OpenAPI 3 document. */
export function openApiOfRaml(api: RamlApi): { openApi: JsonObject; warnings: Warning[] } {
  const { document, declared, types, version } = api;
  const version08 = version.startsWith('0.');
  const expander = new ResourceExpander(declared, api.fragments, version08 ? 'all' : 'outer');
  const bodies = new Bodies(types, document['mediaType'], version);
  const reader = { types, bodies, version08 };
  const paths = new Map<string, JsonObject>();
  const visit = (
    owner: JsonObject,
    before: string,
    inherited: JsonObject,
    securedBy: Json | undefined,
  ): void => {
    for (const [key, value] of Object.entries(owner)) {
      if (!key.startsWith('/')) continue;
      const full = (before + key).replace('{mediaTypeExtension}', '');
      const path = full.length > 1 ? full.replace(/\/+$/, '') : full;
      const { resource, methods } = expander.expand(objectOf(value), path);
      const parameters = { ...inherited, ...objectOf(resource['uriParameters']) };
      const security = resource['securedBy'] ?? securedBy;
      for (const [method, node] of methods) {
        const secured = securityOf(node['securedBy'] ?? security, declared.securitySchemes);
        const item = paths.get(path) ?? pathItem(resource, path, parameters, types);
        paths.set(path, item);
        item[method] = {
          ...operationOf(node, reader),
          ...(secured === undefined ? {} : { security: secured }),
        };
      }
      visit(objectOf(value), full, parameters, security);
    }
  };
  visit(document, '', {}, undefined);
  const security = securityOf(document['securedBy'], declared.securitySchemes);
  const description = scalarOf(document['description']);
  const openApi: JsonObject = {
    openapi: '3.0.3',
    info: {
      title: scalarOf(document['title']) ?? 'Untitled API',
      version: scalarOf(document['version']) ?? '',
      ...(description === null ? {} : { description }),
    },
    servers: serversOf(document),
    ...(security === undefined ? {} : { security }),
    paths: Object.fromEntries(paths),
    components: {
      schemas: types.components,
      securitySchemes: securitySchemes(declared.securitySchemes),
    },
  };
  const warnings = [...expander.warnings, ...types.warnings];
  if (bodies.fromExamples) {
    warnings.push({
      code: 'read_from_examples',
      message: 'Some bodies have no type: their fields are read off one example, which may leave some out',
      at: '',
    });
  }
  return { openApi, warnings };
}

function pathItem(
  resource: JsonObject,
  path: string,
  uriParameters: JsonObject,
  types: RamlTypes,
): JsonObject {
  const used = Object.entries(uriParameters).filter(([key]) => path.includes(`{${key.replace(/\?$/, '')}}`));
  const summary = scalarOf(resource['displayName']);
  const description = scalarOf(resource['description']);
  return {
    ...(summary === null ? {} : { summary }),
    ...(description === null ? {} : { description }),
    parameters: parametersOf(Object.fromEntries(used), 'path', false, types).filter(isObject),
  };
}
