import type { Graph, GraphField, GraphType } from '../graph/graph.ts';

/** A type that wraps a page of records. */
export interface PageType {
  /** Name of the records' type. */
  readonly item: string;
  /** Where the records are: `nodes`, `edges[].node`, `items`. */
  readonly path: string;
  /** Relay's way: `edges` or `nodes`, beside `pageInfo`. */
  readonly connection: boolean;
  /** Field with the state of paging (`pageInfo`), when it has one. */
  readonly info: GraphField | null;
}

const listNames =
  /^(?:items|results|result|nodes|records|data|entities|rows|objects|values|list|content|entries)$/i;
const beside =
  /^(?:total|count|total_?count|total_?pages|total_?items|total_?results|page|pages|page_?info|page_?size|per_?page|offset|limit|cursor|next|next_?cursor|next_?token|next_?page|previous|has_?more|has_?next_?page|has_?next|exists|aggregations?|filters?|sort_?fields?|facets|suggestions|meta|metadata|pagination|__typename)$/i;

/** What kind of page a type is; undefined when it is none. */
export function pageType(graph: Graph, type: GraphType): PageType | undefined {
  if (type.kind !== 'object' && type.kind !== 'interface') return undefined;
  return connectionOf(graph, type) ?? plainPage(graph, type);
}

function connectionOf(graph: Graph, { name, fields }: GraphType): PageType | undefined {
  const info = fields.get('pageInfo') ?? fields.get('page_info') ?? null;
  if (info === null && !/connection$/i.test(name)) return undefined;
  const nodes = fields.get('nodes');
  if (nodes?.type.item && isComposite(graph, nodes.type.name)) {
    return { item: nodes.type.name, path: 'nodes', connection: true, info };
  }
  const edges = fields.get('edges');
  const node = edges?.type.item ? graph.types.get(edges.type.name)?.fields.get('node') : undefined;
  if (node === undefined || !isComposite(graph, node.type.name)) return undefined;
  return { item: node.type.name, path: 'edges[].node', connection: true, info };
}

/** `{items, total}`: one list of records, and besides only what counts them. */
function plainPage(graph: Graph, { name, fields }: GraphType): PageType | undefined {
  if (fields.has('id')) return undefined;
  const all = [...fields.values()];
  const lists = all.filter(({ type }) => type.item !== null && isComposite(graph, type.name));
  const named = lists.filter((field) => listNames.test(field.name));
  const [list] = named.length > 0 ? named : lists.filter((field) => !beside.test(field.name));
  if (list === undefined || named.length > 1) return undefined;
  const others = all.filter((field) => field !== list);
  const counted = others.some((field) => beside.test(field.name));
  const strange = others.filter((field) => !beside.test(field.name)).length;
  const called = /(?:page|list|collection|results?|response|paginator|pagination)$/i.test(name);
  const isPage =
    strange === 0 ? counted || (called && others.length === 0) : strange <= 2 && counted && called;
  if (!isPage || (named.length === 0 && !called && !counted)) return undefined;
  const info = others.find((field) => /^(?:page_?info|pagination|meta)$/i.test(field.name)) ?? null;
  return { item: list.type.name, path: list.name, connection: false, info };
}

function isComposite(graph: Graph, name: string): boolean {
  const kind = graph.types.get(name)?.kind;
  return kind === 'object' || kind === 'interface' || kind === 'union';
}
