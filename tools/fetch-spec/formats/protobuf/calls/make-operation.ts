import type protobuf from 'protobufjs';
import { oneLine } from '../../../../core/text/index.ts';
import { Operation, type Parameter } from '../../../../model/index.ts';
import { behaviours } from '../schemas/behaviours.ts';
import { jsonName } from '../schemas/json-name.ts';
import { pagingOf } from './paging.ts';
import type { ProtoCall } from './proto-calls.ts';

const maxParameters = 50;

/** What a call does with records of one type. */
export interface RecordUse {
  readonly answers: Operation['answers'];
  /** Field of the answer that holds the record(s); '' when it is the record. */
  readonly responseAt: string;
  /** Field of the request that holds the record; '' when it is the record, or nothing is sent. */
  readonly requestAt: string;
  /** Field that names a record, by which the last placeholder of a path is called. */
  readonly idField: string | undefined;
}

/** A method as an operation: the HTTP call it declares, else the call of gRPC itself. */
export function makeOperation(
  call: ProtoCall,
  { answers, responseAt, requestAt, idField }: RecordUse,
): Operation {
  const { method, service, http } = call;
  const path = http?.path ?? `/${service.fullName.replace(/^\./, '')}/${method.name}`;
  const last = http?.placeholders.at(-1);
  const one = last !== undefined && idField !== undefined && path.endsWith(`{${last}}`);
  return Operation.parse({
    id: method.name,
    method: http?.method ?? 'POST',
    path: one ? `${path.slice(0, -last.length - 2)}{${idField}}` : path,
    summary: method.comment === null || method.comment === '' ? null : oneLine(method.comment, 200),
    parameters: parametersOf(call, one ? { from: last, to: idField } : undefined),
    requestAt: requestAt !== '' && http?.body === requestAt ? '' : requestAt,
    responseAt,
    answers,
    pagination: answers === 'records' ? (pagingOf(call) ?? null) : null,
    at: call.at,
  });
}

function parametersOf(
  { request, http }: ProtoCall,
  renamed: { readonly from: string; readonly to: string } | undefined,
): Parameter[] {
  const inPath = http?.placeholders ?? [];
  const named = inPath.map(
    (name): Parameter => ({
      name: renamed?.from === name ? renamed.to : name,
      in: 'path',
      required: true,
      type: 'string',
      description: descriptionOf(request?.fields[name]),
    }),
  );
  if (http?.method !== 'GET') return named;
  const others = (request?.fieldsArray ?? []).filter(({ name }) => !inPath.includes(name));
  return [
    ...named,
    ...others.slice(0, maxParameters).map(
      (field): Parameter => ({
        name: jsonName(field),
        in: 'query',
        required: behaviours(field).required,
        type: typeOf(field),
        description: descriptionOf(field),
      }),
    ),
  ];
}

function descriptionOf(field: protobuf.Field | undefined): string | null {
  return field?.comment === undefined || field.comment === null ? null : oneLine(field.comment, 200);
}

function typeOf({ repeated, type }: protobuf.Field): Parameter['type'] {
  if (repeated) return 'array';
  if (type === 'bool') return 'boolean';
  if (/^(?:double|float)$/.test(type)) return 'number';
  return /^[us]?(?:int|fixed)32$/.test(type) ? 'integer' : 'string';
}
