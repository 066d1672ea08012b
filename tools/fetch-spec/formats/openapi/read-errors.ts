import { isObject, property } from '../../core/json/json.ts';
import type { Located, SchemaReader } from '../../core/openapi/schema-reader.ts';
import type { Api, Finding } from '../../model/index.ts';
import { bodyOf, type HttpCall } from './http-call.ts';

export interface ReadErrors {
  readonly errors: Api['errors'];
  readonly requestIdHeader: string | null;
  readonly findings: readonly Finding[];
}

const messageName = /^(?:message|error_?message|error_?description|detail|description|title|msg)$/i;
const codeName = /^(?:code|error_?code|error_?key|error_?type|category|type|error|status_?code)$/i;

/** The shape of error bodies, from the first error answer that has one with a message. */
export function readErrors(reader: SchemaReader, calls: readonly HttpCall[]): ReadErrors {
  let requestIdHeader: string | null = null;
  for (const call of calls.slice(0, 300)) {
    for (const response of errorAnswers(reader, call)) {
      const headers = property(response.node, 'headers');
      requestIdHeader ??= Object.keys(isObject(headers) ? headers : {}).find(isRequestId) ?? null;
      const body = bodyOf(reader, response);
      if (body === undefined) continue;
      const message = find(reader, body.schema, messageName, '', 3);
      if (message === undefined) continue;
      const errors = { message, code: find(reader, body.schema, codeName, '', 3) ?? null };
      return {
        errors,
        requestIdHeader,
        findings: [
          { kind: 'json-body', detail: errors, evidence: `error answer at ${response.at}`, confidence: 0.75 },
        ],
      };
    }
  }
  return { errors: { message: null, code: null }, requestIdHeader, findings: [] };
}

function errorAnswers(reader: SchemaReader, call: HttpCall): Located[] {
  const responses = reader.at(`${call.at}/responses`);
  if (responses === undefined || !isObject(responses.node)) return [];
  return Object.keys(responses.node)
    .filter((status) => /^[45]/.test(status) || status === 'default')
    .flatMap((status) => reader.resolve(reader.child(responses, status)) ?? []);
}

/** Dot path of the first property with such a name, level by level; through a list it is that of its first element. */
function find(
  reader: SchemaReader,
  schema: Located,
  pattern: RegExp,
  before: string,
  depth: number,
): string | undefined {
  const shape = reader.shape(schema);
  if (shape.items !== undefined) return find(reader, shape.items, pattern, `${before}0.`, depth - 1);
  const inner: [string, Located][] = [];
  for (const [name, located] of shape.properties) {
    const { properties, items } = reader.shape(located);
    if (properties.size > 0 || items !== undefined) inner.push([name, located]);
  }
  // In the order of the alternatives: `message` says more than `title`.
  const scalars = [...shape.properties.keys()].filter((name) => !inner.some(([nested]) => nested === name));
  const matching = scalars.filter((name) => pattern.test(name));
  const best = matching.toSorted((a, b) => order(pattern, a) - order(pattern, b))[0];
  if (best !== undefined) return before + best.replaceAll('.', '\\.');
  if (depth <= 1) return undefined;
  for (const [name, located] of inner) {
    const found = find(reader, located, pattern, `${before}${name.replaceAll('.', '\\.')}.`, depth - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function order(pattern: RegExp, name: string): number {
  const plain = name.toLowerCase().replaceAll('_', '');
  return pattern.source.replaceAll('_?', '').indexOf(plain);
}

function isRequestId(header: string): boolean {
  return /(?:request|correlation|trace|operation)-?id$/i.test(header);
}
