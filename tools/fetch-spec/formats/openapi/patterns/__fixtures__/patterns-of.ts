import type { Json, JsonObject } from '../../../../../core/json/json.ts';
import type { Finding, Patterns } from '../../../../../model/index.ts';
import { describeOpenApi } from '../../describe-openapi.ts';

/** The patterns of a document with these paths and other parts. */
export function patternsOf(paths: JsonObject, parts: JsonObject = {}): Patterns {
  const document = { openapi: '3.0.3', info: { title: 'Harbour' }, paths, ...parts };
  return describeOpenApi({ document, format: 'openapi-3.0', origin: '/x' }).patterns;
}

/** Kind and these keys of the detail of each finding. */
export function brief(findings: readonly Finding[], ...keys: string[]): Json[][] {
  return findings.map(({ kind, detail }) => [kind, ...keys.map((key) => detail[key] ?? null)]);
}

/** A JSON answer or request with this schema. */
export function json(schema: Json): JsonObject {
  return { description: 'x', content: { 'application/json': { schema } } };
}

export const text: JsonObject = { type: 'string' };
export const integer: JsonObject = { type: 'integer' };

export function object(properties: JsonObject): JsonObject {
  return { type: 'object', properties };
}

export function list(items: Json): JsonObject {
  return { type: 'array', items };
}
