import type { Clues, Paging } from './paging-clues.ts';

/** Shopify's `since_id`: records after the id of the last one. */
export function byKeyset({ inputs: { keyset }, limits, hasMorePath, stop }: Clues): Paging | undefined {
  if (keyset === undefined || limits.limitParameter === null) return undefined;
  const { name: parameter } = keyset;
  const rule = stop ?? `a page has fewer records than ${limits.limitParameter}`;
  return {
    kind: 'keyset',
    detail: { parameter, value: 'id of the last record', hasMorePath, ...limits, stop: rule },
    confidence: 0.75,
    pagination: hasMorePath === null ? null : { kind: 'last-id', parameter, hasMorePath, ...limits },
  };
}

/** Records up to an id: `max_id` with the lowest id read. Whether that one comes again is not said. */
export function byDownwardKeyset({
  inputs: { downward },
  limits,
  hasMorePath,
  stop,
}: Clues): Paging | undefined {
  if (downward === undefined || limits.limitParameter === null) return undefined;
  const rule = stop ?? 'a page has no records that were not read before';
  return {
    kind: 'keyset',
    detail: { parameter: downward.name, value: 'lowest id read', hasMorePath, ...limits, stop: rule },
    confidence: 0.65,
    pagination: null,
  };
}
