import type { SchemaReader } from '../../../../core/openapi/schema-reader.ts';
import type { Pagination } from '../../../../model/index.ts';
import type { HttpCall } from '../http-call.ts';
import { pagingOf } from '../patterns/pagination/paging-of.ts';
import { scalarsOf } from './response-path.ts';

/** How a list goes on, where its parameters and its answer say so; null when they do not. */
export function findPagination(reader: SchemaReader, call: HttpCall, recordsAt: string): Pagination | null {
  const scalars = call.response === undefined ? [] : scalarsOf(reader, call.response.schema, recordsAt);
  return pagingOf(reader, call, scalars)?.pagination ?? null;
}
