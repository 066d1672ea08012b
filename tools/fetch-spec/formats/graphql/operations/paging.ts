import type { Pagination } from '../../../../model/index.ts';
import type { GraphField, GraphType } from '../graph/graph.ts';
import type { PageType } from '../types/page-type.ts';
import type { RootField } from '../types/root-fields.ts';
import type { TypeRoles } from '../types/type-roles.ts';

/** How a list of a graph goes on. */
export interface GraphPaging {
  readonly kind: 'graphql-connection' | 'cursor' | 'offset' | 'page';
  readonly parameter: string;
  readonly limitParameter: string | null;
  readonly maxLimit: number | null;
  /** Dot paths inside the field's value. */
  readonly nextPath: string | null;
  readonly hasMorePath: string | null;
}

const pagingNames =
  /^(?:first|last|after|before|limit|offset|skip|take|top|page|per_?page|page_?size|page_?number|cursor|count|size|page_?token|next_?token|start_?cursor)$/i;

/** Does an argument only say which part of a list is wanted? */
export function isPagingArgument({ name }: GraphField): boolean {
  return pagingNames.test(name);
}

/** How a list goes on, where its arguments and its answer say so. */
export function pagingOf(roles: TypeRoles, { field }: RootField): GraphPaging | undefined {
  const argument = (pattern: RegExp) => field.args.find(({ name }) => pattern.test(name));
  const page = roles.page(field.type.name);
  const type = roles.graph.types.get(field.type.name);
  const limit = argument(/^(?:first|limit|take|top|per_?page|page_?size|count|size)$/i);
  const limits = { limitParameter: limit?.name ?? null, maxLimit: maxLimitOf(limit) };
  const places = placesOf(roles, page, type);
  const after = argument(/^(?:after|cursor|page_?token|next_?token|start_?cursor)$/i);
  if (after !== undefined && places.nextPath !== null) {
    const kind = page?.connection === true ? 'graphql-connection' : 'cursor';
    return { kind, parameter: after.name, ...limits, ...places };
  }
  const offset = argument(/^(?:offset|skip)$/i);
  const rest = { ...limits, nextPath: null, hasMorePath: places.hasMorePath };
  if (offset !== undefined && limit !== undefined) return { kind: 'offset', parameter: offset.name, ...rest };
  const number = argument(/^(?:page|page_?number|current_?page)$/i);
  return number !== undefined && isNumber(number)
    ? { kind: 'page', parameter: number.name, ...rest }
    : undefined;
}

/** The same for a generated client, whose paths start at the answer; null where it has no form for it. */
export function paginationOf(paging: GraphPaging | undefined, path: readonly string[]): Pagination | null {
  if (paging === undefined || paging.nextPath === null) return null;
  const before = ['data', ...path].join('.');
  return {
    kind: 'cursor',
    in: 'body',
    parameter: `variables.${paging.parameter}`,
    nextPath: `${before}.${paging.nextPath}`,
    hasMorePath: paging.hasMorePath === null ? null : `${before}.${paging.hasMorePath}`,
    limitParameter: paging.limitParameter === null ? null : `variables.${paging.limitParameter}`,
    maxLimit: paging.maxLimit,
  };
}

function placesOf(
  roles: TypeRoles,
  page: PageType | undefined,
  type: GraphType | undefined,
): Pick<GraphPaging, 'nextPath' | 'hasMorePath'> {
  if (type === undefined) return { nextPath: null, hasMorePath: null };
  const info = page?.info ?? null;
  const inner = info === null ? undefined : roles.graph.types.get(info.type.name);
  const find = (pattern: RegExp): string | null => {
    for (const [name] of inner?.fields ?? []) if (pattern.test(name)) return `${info?.name ?? ''}.${name}`;
    for (const [name] of type.fields) if (pattern.test(name)) return name;
    return null;
  };
  return {
    nextPath: find(/^(?:end_?cursor|next_?cursor|next_?page_?token|next_?token|cursor)$/i),
    hasMorePath: find(/^(?:has_?next_?page|has_?more|has_?next)$/i),
  };
}

/** The largest page by the description of the argument: "Max: 250", "between 1 and 100". */
function maxLimitOf(limit: GraphField | undefined): number | null {
  const text = limit?.description?.slice(0, 500) ?? '';
  const found =
    /\b(?:max(?:imum)?(?: of| is|:| value(?: is|:)?)?|up to|at most|no more than|between 1 and)\s+`?(\d{1,5})\b/i.exec(
      text,
    )?.[1];
  const value = found === undefined ? 0 : Number(found);
  return value > 1 ? value : null;
}

function isNumber({ type }: GraphField): boolean {
  return type.item === null && /^(?:Int|Float|Long|BigInt|Number)$/.test(type.name);
}
