import { arrayOf, isObject, type JsonObject, property, textOf } from '../../../core/json/json.ts';
import type { Located, SchemaReader } from '../../../core/openapi/schema-reader.ts';
import type { Parameter } from '../../../model/index.ts';

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof methods)[number];

export interface Body {
  readonly mediaType: string;
  readonly schema: Located;
}

/** One call of the document, with its references followed as far as its parameters and bodies. */
export interface HttpCall {
  readonly method: Method;
  /** Path as in the document. */
  readonly path: string;
  readonly at: string;
  readonly node: JsonObject;
  readonly operationId: string | null;
  readonly text: string;
  readonly deprecated: boolean;
  readonly parameters: readonly (Parameter & { readonly schema: Located | undefined })[];
  readonly request: Body | undefined;
  /** The first success answer: its status and, when it has one, its body. */
  readonly status: string | undefined;
  readonly response: Body | undefined;
  readonly responseHeaders: readonly string[];
}

/** All calls of a document, in path order. Broken parts are skipped. */
export function readCalls(reader: SchemaReader): HttpCall[] {
  const paths = reader.at('/paths');
  if (paths === undefined || !isObject(paths.node)) return [];
  return Object.keys(paths.node)
    .filter((path) => path.startsWith('/'))
    .flatMap((path) => {
      const item = reader.resolve(reader.child(paths, path));
      return item === undefined
        ? []
        : methods.flatMap((method) => readCall(reader, item, path, method) ?? []);
    });
}

function readCall(reader: SchemaReader, item: Located, path: string, method: Method): HttpCall | undefined {
  const located = reader.child(item, method.toLowerCase());
  if (located === undefined || !isObject(located.node)) return undefined;
  const node = located.node;
  const answer = successAnswer(reader, located);
  return {
    method,
    path,
    at: located.at,
    node,
    operationId: textOf(property(node, 'operationId')),
    text: [property(node, 'summary'), property(node, 'description')]
      .map((text) => textOf(text) ?? '')
      .join(' '),
    deprecated: property(node, 'deprecated') === true,
    parameters: withPlaceholders(path, readParameters(reader, item, located)),
    request: bodyOf(reader, reader.resolve(reader.child(located, 'requestBody'))),
    status: answer?.status,
    response: bodyOf(reader, answer?.located),
    responseHeaders: Object.keys(property(answer?.located.node, 'headers') ?? {}),
  };
}

function readParameters(reader: SchemaReader, item: Located, call: Located): HttpCall['parameters'] {
  const found = new Map<string, HttpCall['parameters'][number]>();
  for (const parent of [item, call]) {
    for (const [index] of arrayOf(property(parent.node, 'parameters')).entries()) {
      const located = reader.resolve(reader.child(parent, 'parameters', String(index)));
      if (located === undefined) continue;
      const name = textOf(property(located.node, 'name'));
      const place = property(located.node, 'in');
      if (name === null || (place !== 'path' && place !== 'query' && place !== 'header')) continue;
      const schema = reader.child(located, 'schema');
      const [type] = schema === undefined ? [] : reader.shape(schema).types;
      found.set(`${place} ${name}`, {
        name,
        in: place,
        required: place === 'path' || property(located.node, 'required') === true,
        type: isParameterType(type) ? type : 'string',
        description: textOf(property(located.node, 'description'))?.slice(0, 300) ?? null,
        schema,
      });
    }
  }
  return [...found.values()];
}

/** Adds the placeholders of the path that no parameter declares: a call cannot be made without them. */
function withPlaceholders(path: string, declared: HttpCall['parameters']): HttpCall['parameters'] {
  const known = new Set(declared.filter((parameter) => parameter.in === 'path').map(({ name }) => name));
  const missing = [...path.matchAll(/\{([^{}]+)\}/g)]
    .map(([, name = '']) => name)
    .filter((name) => !known.has(name));
  const added = [...new Set(missing)].map(
    (name) =>
      ({ name, in: 'path', required: true, type: 'string', description: null, schema: undefined }) as const,
  );
  return [...added, ...declared];
}

function isParameterType(type: string | undefined): type is Parameter['type'] {
  return ['string', 'integer', 'number', 'boolean', 'array', 'object'].includes(type ?? '');
}

function successAnswer(reader: SchemaReader, call: Located) {
  const responses = reader.child(call, 'responses');
  if (responses === undefined || !isObject(responses.node)) return undefined;
  const status = Object.keys(responses.node)
    .filter((code) => /^2(?:\d\d|XX)$/i.test(code))
    // Asynchronous acceptance says least about the record.
    .sort((a, b) => Number(a === '202') - Number(b === '202') || (a < b ? -1 : 1))[0];
  const located = status === undefined ? undefined : reader.resolve(reader.child(responses, status));
  return status === undefined || located === undefined ? undefined : { status, located };
}

/** The body's JSON form if there is one, else its first. */
export function bodyOf(reader: SchemaReader, located: Located | undefined): Body | undefined {
  const content = located === undefined ? undefined : reader.child(located, 'content');
  if (content === undefined || !isObject(content.node)) return undefined;
  const types = Object.keys(content.node);
  const mediaType =
    types.find((type) => /^application\/json\b/i.test(type)) ??
    types.find((type) => /[/+]json\b/i.test(type)) ??
    types.find((type) => /x-www-form-urlencoded/i.test(type)) ??
    types[0];
  if (mediaType === undefined) return undefined;
  const schema = reader.child(content, mediaType, 'schema');
  return schema === undefined ? undefined : { mediaType, schema };
}
