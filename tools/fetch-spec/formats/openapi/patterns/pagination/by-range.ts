import { property } from '../../../../../core/json/json.ts';
import type { SchemaReader } from '../../../../../core/openapi/schema-reader.ts';
import type { HttpCall } from '../../http-call.ts';
import { answersOf } from '../answers.ts';
import { parameterInputs } from '../request-properties.ts';
import type { Clues, Paging } from './paging-clues.ts';

/**
 * Whether a list is read in ranges: a `Range` header that is sent and a `Content-Range` that answers it, neither of bytes.
 * `unit` is that of the range (`items=0-24`), null when none is said.
 */
function rangeHeaderOf(
  reader: SchemaReader,
  call: HttpCall,
): { readonly parameter: string; readonly header: string; readonly unit: string | null } | undefined {
  const range = parameterInputs(call).find(
    ({ in: place, name }) => place === 'header' && name.toLowerCase() === 'range',
  );
  if (range === undefined || /\bbytes?\b/i.test(range.description)) return undefined;
  const header = answersOf(reader, call)
    .filter(({ status }) => /^2/.test(status))
    .flatMap(({ located }) => Object.keys(property(located.node, 'headers') ?? {}))
    .find((name) => name.toLowerCase() === 'content-range');
  if (header === undefined) return undefined;
  const unit = /\b([a-z]{2,20})\s?=\s?\d{1,9}\s?-/i.exec(range.description)?.[1] ?? null;
  return { parameter: range.name, header, unit };
}

/** An offset and a length in the `Range` header; a generated client cannot send those yet. */
export function byRange({ reader, call, limits }: Clues): Paging | undefined {
  const range = rangeHeaderOf(reader, call);
  if (range === undefined) return undefined;
  const { parameter, header, unit } = range;
  return {
    kind: 'offset',
    detail: {
      parameter,
      in: 'header',
      unit,
      firstValue: 0,
      hasMorePath: null,
      ...limits,
      stop: `${header} ends at its total`,
    },
    confidence: 0.75,
    pagination: null,
  };
}
