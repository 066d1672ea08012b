import { entityName } from '../../../naming/words.ts';
import type { Graph, GraphField, GraphType } from '../graph/graph.ts';
import { nameScore } from '../operations/name-score.ts';
import { type PageType, pageType } from './page-type.ts';
import { type RootField, rootFields } from './root-fields.ts';

const idNames = new Set(['id', '_id', 'uuid', 'guid', 'gid', 'uid', 'nodeid', 'entity_id']);

/** What the types of a graph stand for: records, pages of them, answers of mutations, errors. */
export class TypeRoles {
  readonly graph: Graph;
  readonly queries: readonly RootField[];
  readonly mutations: readonly RootField[];
  readonly #pages = new Map<string, PageType | undefined>();
  readonly #listed: ReadonlySet<string>;
  /** Types of which there is one, asked for by its name: `customer`, `me`. */
  readonly #alone: ReadonlySet<string>;
  readonly #answers: ReadonlySet<string>;
  readonly #edges: ReadonlySet<string>;

  constructor(graph: Graph) {
    this.graph = graph;
    this.queries = rootFields(graph, graph.query);
    this.mutations = rootFields(graph, graph.mutation);
    const listed = new Set<string>();
    const single = new Set<string>();
    const alone = new Set<string>();
    for (const { field } of this.queries) {
      const page = this.page(field.type.name);
      if (page !== undefined || field.type.item !== null) listed.add(page?.item ?? field.type.name);
      else if (field.args.length > 0) single.add(field.type.name);
      else if (isOnly(field)) alone.add(field.type.name);
    }
    this.#listed = listed;
    this.#alone = alone;
    this.#answers = new Set(
      this.mutations
        .map(({ field }) => field.type.name)
        .filter((name) => !listed.has(name) && !single.has(name) && !alone.has(name)),
    );
    this.#edges = new Set(
      [...graph.types.values()].flatMap((type) => {
        const edges = this.page(type.name)?.connection ? type.fields.get('edges') : undefined;
        return edges === undefined ? [] : [edges.type.name];
      }),
    );
  }

  /** The page a type is; undefined when it is none. */
  page(name: string): PageType | undefined {
    if (this.#pages.has(name)) return this.#pages.get(name);
    const type = this.graph.types.get(name);
    const page = type === undefined ? undefined : pageType(this.graph, type);
    this.#pages.set(name, page);
    return page;
  }

  /** Is it a record of its own, with an id or listed by the API? */
  isRecord(name: string): boolean {
    const type = this.graph.types.get(name);
    if (type === undefined || (type.kind !== 'object' && type.kind !== 'interface')) return false;
    if (type.fields.size === 0 || this.#isHelper(type)) return false;
    return idField(type) !== undefined || this.#listed.has(name) || this.#alone.has(name);
  }

  /** Is it an error that mutations answer? */
  isError({ name, fields, interfaces }: GraphType): boolean {
    const called = /(?:error|problem|exception)s?$/i;
    return (called.test(name) && fields.has('message')) || interfaces.some((above) => called.test(above));
  }

  #isHelper(type: GraphType): boolean {
    const { name } = type;
    if (name.startsWith('_')) return true;
    const { query, mutation, subscription } = this.graph;
    if (name === query || name === mutation || name === subscription) return true;
    if (/^(?:Node|PageInfo)$/i.test(name) || this.page(name) !== undefined || this.#edges.has(name))
      return true;
    if (
      this.isError(type) ||
      /(?:_aggregate(?:_.*)?|_(?:avg|min|max|sum|stddev.*|var.*|variance)_fields)$/.test(name)
    )
      return true;
    const answers = this.#answers.has(name);
    return answers && (idField(type) === undefined || /(?:payload|response|output|result)$/i.test(name));
  }
}

/** Is a query by its name for the only record of its type there is, and no setting or state of the API? */
function isOnly({ name, type }: GraphField): boolean {
  if (
    /(?:rate_?limit|complexity|cost|settings?|config(?:uration)?|preferences|meta(?:data)?|status|state|info|version|health|quer(?:y|ies)|mutations?)$/i.test(
      type.name,
    )
  )
    return false;
  return (
    /^(?:me|viewer|self|current_?user|current_?customer)$/i.test(name) || nameScore(name, type.name) === 3
  );
}

/** The field that identifies a record: by its name, else the only one of type ID that is always there. */
export function idField({ name, fields }: GraphType): GraphField | undefined {
  const own = `${entityName(name).toLowerCase()}id`;
  const all = [...fields.values()].filter(({ type, args }) => type.item === null && args.length === 0);
  const named = all.find((field) => {
    const lower = field.name.toLowerCase();
    return idNames.has(lower) || lower.replaceAll('_', '') === own;
  });
  if (named !== undefined) return named;
  // `resultingCustomerId` is another record's.
  const ids = all.filter(
    (field) => field.type.name === 'ID' && !field.type.nullable && !/\wids?$/i.test(field.name),
  );
  return ids.length === 1 ? ids[0] : undefined;
}
