import type { Json } from '../../../../../core/json/json.ts';
import type { SchemaReader } from '../../../../../core/openapi/schema-reader.ts';
import type { Pagination } from '../../../../../model/index.ts';
import type { HttpCall } from '../../http-call.ts';
import type { Found } from '../../operations/response-path.ts';
import type { PagingInputs } from './paging-inputs.ts';

/** How one call goes on after its first page. */
export interface Paging {
  /** A kind of `findingKinds.pagination`. */
  readonly kind: string;
  readonly detail: { readonly [key: string]: Json };
  readonly confidence: number;
  /** The same for the generator; null where it has no form for it or a part is not known. */
  readonly pagination: Pagination | null;
}

/** What is known of the paging of a call before its kind is. */
export interface Clues {
  readonly reader: SchemaReader;
  readonly call: HttpCall;
  readonly inputs: PagingInputs;
  readonly scalars: readonly Found[];
  readonly limits: { readonly limitParameter: string | null; readonly maxLimit: number | null };
  readonly hasMorePath: string | null;
  /** A rule in words, from what stands beside the records. */
  readonly stop: string | null;
}
