import { isObject, property } from '../../../../core/json/json.ts';
import { formatPointer } from '../../../../core/json/pointer.ts';
import type { Located, SchemaReader } from '../../../../core/openapi/schema-reader.ts';
import type { HttpCall } from '../http-call.ts';

export interface StatusAnswer {
  /** `404`, `4XX`, `default`. */
  readonly status: string;
  readonly located: Located;
}

/** All answers a call declares, their references followed. */
export function answersOf(reader: SchemaReader, call: HttpCall): StatusAnswer[] {
  const at = `${call.at}/responses`;
  const responses = reader.resolve({ node: property(call.node, 'responses') ?? null, at });
  if (responses === undefined || !isObject(responses.node)) return [];
  return Object.entries(responses.node).flatMap(([status, node]) => {
    const own = { node, at: `${responses.at}${formatPointer([status])}` };
    const located = isObject(node) && !Object.hasOwn(node, '$ref') ? own : reader.resolve(own);
    return located === undefined ? [] : [{ status, located }];
  });
}
