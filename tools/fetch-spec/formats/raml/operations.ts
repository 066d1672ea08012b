import { type Json, type JsonObject, objectOf } from '../../../core/json/json.ts';
import type { Bodies } from './bodies.ts';
import { scalarOf } from './declared.ts';
import { isMarked } from './facets.ts';
import { propertyOf } from './properties.ts';
import type { RamlTypes } from './raml-types.ts';

export interface OperationReader {
  readonly types: RamlTypes;
  readonly bodies: Bodies;
  /** In RAML 0.8 a parameter that does not say so may be left out. */
  readonly version08: boolean;
}

/** A method of a resource as an operation of OpenAPI. */
export function operationOf(method: JsonObject, reader: OperationReader): JsonObject {
  const { types, bodies, version08 } = reader;
  const summary = scalarOf(method['displayName']);
  const description = scalarOf(method['description']);
  const query = types.declarationOf(method['queryString'])?.['properties'];
  const request = bodies.content(method['body'], true);
  return {
    ...(summary === null ? {} : { summary }),
    ...(description === null ? {} : { description }),
    ...(isMarked(method, 'deprecated') ? { deprecated: true } : {}),
    parameters: [
      ...parametersOf(query, 'query', version08, types),
      ...parametersOf(method['queryParameters'], 'query', version08, types),
      ...parametersOf(method['headers'], 'header', version08, types),
    ],
    ...(request === undefined ? {} : { requestBody: { content: request } }),
    responses: responsesOf(method['responses'], reader),
  };
}

/** Declared parameters as those of OpenAPI. */
export function parametersOf(
  declared: Json | undefined,
  place: 'path' | 'query' | 'header',
  optional: boolean,
  types: RamlTypes,
): JsonObject[] {
  return Object.entries(objectOf(declared)).flatMap(([key, declaration]): JsonObject[] => {
    const { name, required } = propertyOf(key, declaration, optional);
    // A pattern is no name.
    if (name === '' || /^[/(].*[/)]$/.test(name)) return [];
    const { description, ...schema } = types.schema(declaration);
    return [
      {
        name,
        in: place,
        required: place === 'path' || required,
        ...(description === undefined ? {} : { description }),
        schema,
      },
    ];
  });
}

function responsesOf(declared: Json | undefined, { types, bodies, version08 }: OperationReader): JsonObject {
  return Object.fromEntries(
    Object.entries(objectOf(declared)).map(([status, response]) => {
      const about = objectOf(response);
      const content = bodies.content(about['body'], false);
      const headers = parametersOf(about['headers'], 'header', version08, types).map(
        ({ name, in: _, ...header }) => [String(name), header] as const,
      );
      return [
        status.replace(/\?$/, ''),
        {
          description: scalarOf(about['description']) ?? '',
          ...(headers.length === 0 ? {} : { headers: Object.fromEntries(headers) }),
          ...(content === undefined ? {} : { content }),
        },
      ];
    }),
  );
}
