import type { SchemaReader } from '../../../../core/openapi/schema-reader.ts';
import type { Operation } from '../../../../model/index.ts';
import type { HttpCall } from '../http-call.ts';
import { isSince, sinceFormat } from '../patterns/incremental/since-parameter.ts';
import { parameterInputs } from '../patterns/request-properties.ts';

/** The list of records changed since a moment, where the list has a parameter for it. */
export function changesOperation(
  reader: SchemaReader,
  list: Operation,
  call: HttpCall,
): Operation | undefined {
  const parameter = parameterInputs(call).find((input) => input.in === 'query' && isSince(input, call));
  if (parameter === undefined) return undefined;
  const query = { ...list.query, [parameter.name]: '{since}' };
  return { ...list, query, since: sinceFormat(reader, parameter) };
}
