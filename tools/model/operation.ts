import { z } from 'zod';
import { Pagination } from './pagination.ts';

export const operationKinds = [
  'list',
  'get',
  'create',
  'update',
  'upsert',
  'delete',
  'search',
  'describe',
  'changes',
] as const;
export const OperationKind = z.enum(operationKinds);
export type OperationKind = z.infer<typeof OperationKind>;

export const Parameter = z.strictObject({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean().default(false),
  type: z.enum(['string', 'integer', 'number', 'boolean', 'array', 'object']).default('string'),
  description: z.string().nullable().default(null),
});
export type Parameter = z.infer<typeof Parameter>;

/**
 * One call of an API, with what a client must know to make it. `query` and `body` are templates whose strings
 * may hold `{field}` (the match field's own name, last segment of its path), `{value}` (its value), `{since}`
 * (the checkpoint) and `{fields}` (the comma-separated names of the fields wanted). The `body` of a write is what goes along
 * with every record.
 */
export const Operation = z.strictObject({
  id: z.string().min(1),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  /** Full vendor path, with `{placeholders}`: `/crm/v3/objects/contacts/{id}`. */
  path: z.string().startsWith('/'),
  summary: z.string().nullable().default(null),
  parameters: z.array(Parameter).default([]),
  query: z.record(z.string(), z.string()).default({}),
  body: z.json().nullable().default(null),
  /** Media type of the request body. */
  mediaType: z.string().default('application/json'),
  headers: z.record(z.string(), z.string()).default({}),
  /** Dot path in the request body at which the record is placed; '' when the body is the record. */
  requestAt: z.string().default(''),
  /** Dot path in the response body at which the record(s) are; '' when the body is the record(s). */
  responseAt: z.string().default(''),
  /** `references`: ids only, each to be read with `get`. `location`: the new id is in the Location header. */
  answers: z.enum(['records', 'record', 'references', 'location', 'nothing']),
  /** Null: the answer has one page. */
  pagination: Pagination.nullable().default(null),
  /** How `{value}` is quoted inside a query language: "it\"s", 'it\'s', or OData's 'it''s'. */
  quoting: z.enum(['none', 'double', 'single', 'soql', 'odata']).default('none'),
  /** How the checkpoint is written where `{since}` stands. */
  since: z.enum(['iso', 'epoch-ms', 'epoch-s', 'date']).default('iso'),
  at: z.string().default(''),
});
export type Operation = z.infer<typeof Operation>;
