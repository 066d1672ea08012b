import type { Operation, OperationKind } from '../../../../model/index.ts';
import { type GraphField, isRequired } from '../graph/graph.ts';
import type { RootField } from '../types/root-fields.ts';
import type { TypeRoles } from '../types/type-roles.ts';
import { makeOperation } from './make-operation.ts';
import { nameScore } from './name-score.ts';
import { isPagingArgument, paginationOf, pagingOf } from './paging.ts';

export type Operations = Partial<Record<OperationKind, Operation>>;

interface Candidate {
  readonly root: RootField;
  readonly kind: 'list' | 'search' | 'get';
  readonly type: string;
  readonly score: number;
}

const idArgument =
  /^(?:_?id|gid|uuid|guid|uid|key|handle|slug|number|code|login|email|name|sku|where|identifier|by|\w+_?id)$/i;

/** Which query lists, finds and reads the records of each type, by what it answers and how it is named. */
export function readOperations(roles: TypeRoles): Map<string, Operations> {
  const best = new Map<string, Map<string, Candidate>>();
  for (const root of roles.queries) {
    const candidate = candidateOf(roles, root);
    if (candidate === undefined) continue;
    const known = best.get(candidate.type) ?? new Map<string, Candidate>();
    best.set(candidate.type, known);
    const before = known.get(candidate.kind);
    if (before === undefined || candidate.score > before.score) known.set(candidate.kind, candidate);
  }
  return new Map(
    [...best].map(([type, kinds]) => [
      type,
      Object.fromEntries([...kinds].map(([kind, { root }]) => [kind, operationOf(roles, root)])),
    ]),
  );
}

/** The query that reads any record by its global id, and the interface such records implement. */
export function nodeQuery(roles: TypeRoles): { operation: Operation; implements: string } | undefined {
  const root = roles.queries.find(({ path }) => path.join('.') === 'node');
  if (root === undefined || root.field.type.item !== null) return undefined;
  if (!root.field.args.some(({ name }) => name === 'id')) return undefined;
  const operation = makeOperation(roles.graph, root, { answers: 'record' });
  return { operation, implements: root.field.type.name };
}

function candidateOf(roles: TypeRoles, root: RootField): Candidate | undefined {
  const { field } = root;
  const page = roles.page(field.type.name);
  const type = page?.item ?? field.type.name;
  if (!roles.isRecord(type)) return undefined;
  const named = nameScore(field.name, type);
  const needed = field.args.filter((argument) => isRequired(argument) && !isPagingArgument(argument));
  const penalty = field.deprecated === null ? 0 : 1.5;
  if (page !== undefined || field.type.item !== null) {
    // Records by a list of their ids are no list of all.
    if (needed.some((argument) => argument.type.item !== null)) return undefined;
    const searches = isSearch(field, needed);
    if (!searches && needed.length > 0 && named < 2) return undefined;
    const paged = page?.connection === true ? 0.3 : 0;
    const score = named - needed.length - penalty + paged;
    return { root, type, kind: searches ? 'search' : 'list', score };
  }
  const id = field.args.find(({ name }) => idArgument.test(name));
  // `viewer` is one record, but not the one asked for; `shop` is the only one.
  if (id === undefined && needed.length === 0 && named < 3) return undefined;
  const byId = field.args.some(({ name }) => /^_?id$/i.test(name)) ? 0.5 : 0;
  return { root, type, kind: 'get', score: named + byId - penalty };
}

function isSearch({ name }: GraphField, needed: readonly GraphField[]): boolean {
  return (
    /^search|search$/i.test(name) ||
    needed.some((argument) => /^(?:query|q|search|term)$/i.test(argument.name))
  );
}

function operationOf(roles: TypeRoles, root: RootField): Operation {
  const { field, path } = root;
  const page = roles.page(field.type.name);
  if (page === undefined && field.type.item === null) {
    return makeOperation(roles.graph, root, { answers: 'record' });
  }
  return makeOperation(roles.graph, root, {
    answers: 'records',
    inside: page?.path ?? '',
    pagination: paginationOf(pagingOf(roles, root), path),
  });
}
