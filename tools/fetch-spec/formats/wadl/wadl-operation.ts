import type { JsonObject } from '../../../core/json/json.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import type { Grammars } from './wadl-grammars.ts';
import { parameterOf, recordOf, styleOf } from './wadl-params.ts';
import { docOf, type WadlReferences } from './wadl-references.ts';

export interface WadlContext {
  readonly references: WadlReferences;
  readonly grammars: Grammars;
}

/** A method of a WADL resource as an operation of OpenAPI. */
export function operationOf(method: XmlElement, { references, grammars }: WadlContext): JsonObject {
  const { title, text } = docOf(method);
  const id = method.get('id');
  const label = method.getAny('displayName') ?? title;
  const requests = method.all('request');
  const parameters = requests
    .flatMap((request) => references.inside(request, 'param'))
    .flatMap((param) => {
      const style = styleOf(param, 'query');
      return style === null || style === 'plain' ? [] : (parameterOf(param, style) ?? []);
    });
  const sent = requests.flatMap((request) => references.inside(request, 'representation'));
  const content = contentOf(sent, { references, grammars });
  return {
    ...(id === undefined ? {} : { operationId: id }),
    ...(label === null ? {} : { summary: label }),
    ...(text === null ? {} : { description: text }),
    parameters,
    ...(content === undefined ? {} : { requestBody: { content } }),
    responses: responsesOf(method, { references, grammars }),
  };
}

/** Representations by media type. One that says no type, and whose element is unknown, has no schema. */
function contentOf(
  representations: readonly XmlElement[],
  { references, grammars }: WadlContext,
): JsonObject | undefined {
  const content = new Map<string, JsonObject>();
  for (const representation of representations) {
    const params = references.inside(representation, 'param');
    const fields = params.filter((param) => styleOf(param, 'query') !== 'header' && !isLink(param));
    const mediaType = mediaTypeOf(representation);
    const schema = grammars.elementOf(representation) ?? recordOf(fields);
    if (content.get(mediaType)?.['schema'] === undefined)
      content.set(mediaType, schema === undefined ? {} : { schema });
  }
  return content.size === 0 ? undefined : Object.fromEntries(content);
}

/** A plain parameter with a path points into the representation; it is no field of a form. */
function isLink(param: XmlElement): boolean {
  return param.get('style') === 'plain' && /[/:@]/.test(param.get('path') ?? '');
}

function mediaTypeOf(representation: XmlElement): string {
  const said = representation.get('mediaType')?.trim().toLowerCase();
  return said === undefined || !/^[\w.+*-]+\/[\w.+*-]+/.test(said) ? 'application/xml' : said;
}

function responsesOf(method: XmlElement, context: WadlContext): JsonObject {
  const responses = new Map<string, JsonObject>();
  const add = (status: string, owner: XmlElement, representations: readonly XmlElement[]) => {
    if (responses.has(status)) return;
    const { title, text } = docOf(owner);
    const content = contentOf(representations, context);
    responses.set(status, {
      description: text ?? title ?? '',
      ...(content === undefined ? {} : { content }),
    });
  };
  for (const response of method.all('response')) {
    const all = context.references.inside(response, 'representation');
    // Until 2006 the status stood at the representation, and an error was a `fault`.
    const plain = all.filter((representation) => representation.get('status') === undefined);
    for (const status of statusesOf(response, '200')) add(status, response, plain.length > 0 ? plain : all);
    for (const own of all.filter((representation) => !plain.includes(representation))) {
      for (const status of statusesOf(own, '200')) add(status, own, [own]);
    }
    for (const fault of context.references.inside(response, 'fault')) {
      for (const status of statusesOf(fault, 'default')) add(status, fault, [fault]);
    }
  }
  return Object.fromEntries(responses);
}

function statusesOf(element: XmlElement, fallback: string): string[] {
  const said = (element.get('status') ?? '').split(/[\s,]+/).filter((status) => /^[1-5]\d\d$/.test(status));
  return said.length === 0 ? [fallback] : said;
}
