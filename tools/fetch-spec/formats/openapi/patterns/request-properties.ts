import { textOf } from '../../../../core/json/json.ts';
import type { Located, SchemaReader } from '../../../../core/openapi/schema-reader.ts';
import type { HttpCall } from '../http-call.ts';

/** A query or header parameter, or a property of the request body. */
export interface Input {
  /** Name, or for a nested property the dot path: `pagination.starting_after`. */
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'body';
  readonly type: string;
  readonly description: string;
  readonly schema: Located | undefined;
}

/** The parameters of a call, as inputs. */
export function parameterInputs(call: HttpCall): Input[] {
  return call.parameters.map(({ name, in: place, type, description, schema }) => ({
    name,
    in: place,
    type,
    description: description ?? '',
    schema,
  }));
}

/**
 * The properties of the request body, and those inside an object that only pages (`pagination.cursor`); of all, those whose
 * name is `wanted`.
 */
export function bodyInputs(reader: SchemaReader, call: HttpCall, wanted = /^/): Input[] {
  if (call.request === undefined) return [];
  const inputs: Input[] = [];
  for (const [name, located] of [...reader.shape(call.request.schema).properties].slice(0, 200)) {
    if (/^(?:pagination|paging|page|page_?info|page_?request)$/i.test(name)) {
      const { properties } = reader.shape(located);
      for (const [inner, at] of [...properties].slice(0, 20)) {
        inputs.push(input(reader, `${name}.${inner}`, at));
      }
      if (properties.size > 0) continue;
    }
    if (wanted.test(name.slice(0, 100))) {
      inputs.push(input(reader, name, located));
    }
  }
  return inputs;
}

function input(reader: SchemaReader, name: string, located: Located): Input {
  const { types, keywords } = reader.shape(located);
  const [type = 'string'] = types;
  return {
    name,
    in: 'body',
    type,
    description: textOf(keywords['description'])?.slice(0, 400) ?? '',
    schema: located,
  };
}
