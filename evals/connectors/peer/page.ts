import type { Operation } from '../../../tools/model/index.ts';
import { placed } from './place.ts';
import type { Asked } from './read-request.ts';

interface Page {
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** One page of a list as the operation says that its API answers it. */
export function pageOf(
  operation: Operation,
  asked: Asked,
  all: readonly unknown[],
  idOf: (record: unknown) => string,
): Page {
  const { pagination } = operation;
  if (pagination === null) return { body: placed({}, operation.responseAt, all), headers: {} };
  const parameter = 'parameter' in pagination ? pagination.parameter : 'causeway_peer_page';
  const given = asked.value(parameter);
  const size = pageSize(pagination, asked);
  const start = startOf(pagination, given, size, all, idOf);
  const records = all.slice(start, start + size);
  const end = start + records.length;
  const more = end < all.length;
  let body = placed({}, operation.responseAt, records);
  const headers: Record<string, string> = {};
  if ('hasMorePath' in pagination && pagination.hasMorePath !== null)
    body = placed(body, pagination.hasMorePath, more);
  if (pagination.kind === 'cursor' && more) body = placed(body, pagination.nextPath, `after-${end}`);
  if (pagination.kind === 'next-link' && more)
    body = placed(body, pagination.nextPath, asked.urlWith(parameter, String(end)));
  if (pagination.kind === 'link-header' && more)
    headers['link'] = `<${asked.urlWith(parameter, String(end))}>; rel="${pagination.rel}"`;
  return { body, headers };
}

type Paging = NonNullable<Operation['pagination']>;

function pageSize({ limitParameter, maxLimit }: Paging, asked: Asked): number {
  const given = limitParameter === null ? Number.NaN : Number(asked.value(limitParameter));
  const usual = Math.min(maxLimit ?? 100, 100);
  return Number.isInteger(given) && given > 0 ? Math.min(given, maxLimit ?? given) : usual;
}

function startOf(
  pagination: Paging,
  given: string | undefined,
  size: number,
  all: readonly unknown[],
  idOf: (record: unknown) => string,
): number {
  if (given === undefined || given === '') return 0;
  switch (pagination.kind) {
    case 'cursor':
      return Number(given.replace('after-', ''));
    case 'last-id':
      return all.findIndex((record) => idOf(record) === given) + 1;
    case 'page':
      return (Number(given) - pagination.firstPage) * size;
    default:
      return Number(given);
  }
}
