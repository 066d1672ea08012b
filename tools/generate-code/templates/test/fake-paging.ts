import { textAt } from '../src/json.ts';
import type { FakeCall } from './fake-api.ts';
import { type Json, merge, setPath } from './fake-json.ts';

/** How a list goes on, as the description has it. */
export type Paging =
  | {
      readonly kind: 'cursor';
      readonly inBody: boolean;
      readonly parameter: string;
      readonly nextPath: readonly string[];
      readonly hasMorePath: readonly string[] | null;
    }
  | { readonly kind: 'last-id'; readonly parameter: string; readonly hasMorePath: readonly string[] }
  | {
      readonly kind: 'next-link';
      readonly nextPath: readonly string[];
      /** The list of links that holds it, and what marks it there. */
      readonly inList: {
        readonly list: readonly string[];
        readonly key: string;
        readonly value: string;
      } | null;
    }
  | { readonly kind: 'link-header' }
  | {
      readonly kind: 'offset' | 'page';
      readonly parameter: string;
      readonly first: number;
      readonly hasMorePath: readonly string[] | null;
    };

export interface Page {
  readonly records: readonly Json[];
  /** Number of the next page where a link leads to it; null otherwise. */
  readonly next: number | null;
  body(content: readonly Json[], link: string | undefined): unknown;
}

/** One page of a list, for a call that asks for the first or for a later one. */
export function pageOf(
  { route, url, body }: FakeCall,
  all: readonly Json[],
  { size, linked, idPath }: { size: number; linked: number; idPath: readonly string[] },
): Page {
  const { paging, responseAt } = route;
  const byLink = paging?.kind === 'next-link' || paging?.kind === 'link-header';
  const start = startOf();
  const end = paging === null ? all.length : start + size;
  const more = end < all.length;
  return {
    records: all.slice(start, end),
    next: more && byLink ? linked + 1 : null,
    body: (content, link) =>
      responseAt.length === 0 ? content : merge(setPath(content, responseAt), marks(link)),
  };

  function startOf(): number {
    if (paging === null) return 0;
    if (byLink) return linked * size;
    if (!('parameter' in paging)) return 0;
    const inBody = paging.kind === 'cursor' && paging.inBody;
    const asked = inBody
      ? textAt(body, [paging.parameter])
      : (url.searchParams.get(paging.parameter) ?? undefined);
    if (asked === undefined) return 0;
    if (paging.kind === 'last-id') return all.findIndex((record) => textAt(record, idPath) === asked) + 1;
    if (paging.kind === 'page') return (Number(asked) - paging.first) * size;
    return Number(asked);
  }

  /** What the answer says about the next page, beside the records. */
  function marks(link: string | undefined): Json {
    if (paging === null || paging.kind === 'link-header') return {};
    if (paging.kind === 'next-link') {
      if (link === undefined) return {};
      if (paging.inList === null) return setPath(link, paging.nextPath);
      const { list, key, value } = paging.inList;
      return setPath([merge({ [key]: value }, setPath(link, paging.nextPath))], list);
    }
    const flag = paging.hasMorePath === null ? {} : setPath(more, paging.hasMorePath);
    return paging.kind === 'cursor' && more ? merge(flag, setPath(String(end), paging.nextPath)) : flag;
  }
}
