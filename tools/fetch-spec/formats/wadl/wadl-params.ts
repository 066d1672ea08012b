import type { JsonObject } from '../../../core/json/json.ts';
import { primitiveSchema } from '../soap/xsd-primitive.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { docOf } from './wadl-references.ts';

export type ParamStyle = 'path' | 'query' | 'header' | 'plain';

/** Where a parameter goes; one of the matrix style stands in the path with its name and is not read. */
export function styleOf(param: XmlElement, fallback: ParamStyle): ParamStyle | null {
  const style = param.get('style');
  if (style === 'template') return 'path';
  if (style === 'query' || style === 'header' || style === 'plain') return style;
  return style === undefined ? fallback : null;
}

/** The schema of a parameter's values. */
export function paramSchema(param: XmlElement): JsonObject {
  const type = primitiveSchema(param.resolve(param.get('type') ?? 'string').name);
  const options = param.all('option').flatMap((option) => option.get('value') ?? []);
  const fixed = param.get('fixed');
  const values = (fixed === undefined ? options : [fixed])
    .slice(0, 2_000)
    .map((text) => typedValue(type, text));
  const fallback = param.get('default');
  const schema: JsonObject = {
    ...type,
    ...(values.length === 0 ? {} : { enum: [...new Set(values)] }),
    ...(fallback === undefined || fallback === '' ? {} : { default: typedValue(type, fallback) }),
  };
  return param.get('repeating') === 'true' ? { type: 'array', items: schema } : schema;
}

/** Parameters as those of OpenAPI; without a name there is none. */
export function parameterOf(param: XmlElement, place: 'path' | 'query' | 'header'): JsonObject | null {
  const name = param.get('name')?.trim() ?? '';
  if (name === '') return null;
  const { text } = docOf(param);
  return {
    name,
    in: place,
    required: place === 'path' || param.get('required') === 'true',
    ...(text === null ? {} : { description: text }),
    schema: paramSchema(param),
  };
}

/** A record whose fields are parameters; undefined when there are none. */
export function recordOf(params: readonly XmlElement[]): JsonObject | undefined {
  const fields = params.flatMap((param): [string, JsonObject][] => {
    const name = param.get('name')?.trim() ?? '';
    const { text } = docOf(param);
    return name === ''
      ? []
      : [[name, { ...paramSchema(param), ...(text === null ? {} : { description: text }) }]];
  });
  if (fields.length === 0) return undefined;
  const required = params
    .filter((param) => param.get('required') === 'true')
    .flatMap((param) => param.get('name')?.trim() || []);
  return {
    type: 'object',
    properties: Object.fromEntries(fields),
    ...(required.length === 0 ? {} : { required: [...new Set(required)] }),
  };
}

function typedValue({ type }: JsonObject, text: string): string | number | boolean {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if ((type === 'integer' || type === 'number') && Number.isFinite(number)) return number;
  if (type === 'boolean' && /^(?:true|false)$/.test(text)) return text === 'true';
  return text.slice(0, 300);
}
