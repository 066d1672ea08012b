import { isObject, type Json, type JsonObject, objectOf } from '../../../core/json/json.ts';
import { schemaOf } from '../../../core/samples/schema-of.ts';
import { ValueProfile } from '../../../core/samples/value-profile.ts';
import { exampleOf } from './facets.ts';
import { listOf } from './merge-raml.ts';
import type { RamlTypes } from './raml-types.ts';

/** Reads the bodies of requests and responses. */
export class Bodies {
  /** Were fields read off an example, since no type was given? */
  fromExamples = false;
  readonly #types: RamlTypes;
  readonly #mediaTypes: readonly string[];
  readonly #version08: boolean;

  constructor(types: RamlTypes, mediaType: Json | undefined, version: string) {
    this.#types = types;
    const said = listOf(mediaType).filter((each) => typeof each === 'string');
    this.#mediaTypes = said.length > 0 ? said : ['application/json'];
    this.#version08 = version.startsWith('0.');
  }

  /** OpenAPI's `content` of a body: by media type, or one type for the media types of the API. Undefined for none. */
  content(body: Json | undefined, request: boolean): JsonObject | undefined {
    if (body === undefined || body === null) return undefined;
    const byMediaType = isObject(body) ? Object.entries(body).filter(([key]) => key.includes('/')) : [];
    const entries: [string, Json][] =
      byMediaType.length > 0
        ? byMediaType.map(([mediaType, declaration]) => [mediaType.replace(/\?$/, ''), declaration])
        : this.#mediaTypes.map((mediaType) => [mediaType, body]);
    return Object.fromEntries(
      entries.map(([mediaType, declaration]) => {
        const schema = this.#schema(declaration, mediaType, request);
        return [mediaType, schema === undefined ? {} : { schema }];
      }),
    );
  }

  #schema(declaration: Json, mediaType: string, request: boolean): JsonObject | undefined {
    if (!isObject(declaration))
      return declaration === null ? undefined : this.#types.schema(declaration, 'any');
    const form = declaration['formParameters'];
    if (isObject(form)) return this.#types.record(form, this.#version08);
    const said = ['type', 'schema', 'properties', 'items'].some(
      (key) => declaration[key] !== undefined && declaration[key] !== null,
    );
    if (said) return this.#types.schema(declaration, 'any');
    return /json|^\*\/\*$/.test(mediaType) ? this.#ofExample(exampleOf(declaration), request) : undefined;
  }

  #ofExample(example: Json | undefined, request: boolean): JsonObject | undefined {
    const value = typeof example === 'string' ? parse(example) : example;
    if (typeof value !== 'object' || value === null) return undefined;
    const profile = new ValueProfile();
    profile.add(value);
    this.fromExamples = true;
    // One example does not show what must be sent.
    const { required, ...schema } = objectOf(schemaOf(profile, []));
    return request || required === undefined ? schema : { ...schema, required };
  }
}

function parse(text: string): Json | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
