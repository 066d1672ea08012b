import type { Finding } from '../../../../model/index.ts';
import { type GraphPaging, pagingOf } from '../operations/paging.ts';
import type { RootField } from '../types/root-fields.ts';
import type { TypeRoles } from '../types/type-roles.ts';

interface Group {
  readonly paging: GraphPaging;
  readonly roots: RootField[];
}

/** How the lists of a graph are paged, the way most of them use first. */
export function paginationFindings(roles: TypeRoles): Finding[] {
  const groups = new Map<string, Group>();
  for (const root of listsOf(roles)) {
    const paging = pagingOf(roles, root);
    if (paging === undefined) continue;
    const key = `${paging.kind} ${paging.parameter}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { paging, roots: [root] });
    else known.roots.push(root);
  }
  return [...groups.values()]
    .toSorted((a, b) => b.roots.length - a.roots.length)
    .slice(0, 5)
    .map(findingOf);
}

/** Root lists; where there are none, the first list inside of each type. */
function listsOf(roles: TypeRoles): readonly RootField[] {
  const lists = roles.queries.filter(
    ({ field }) => roles.page(field.type.name) !== undefined || field.type.item,
  );
  if (lists.some((root) => pagingOf(roles, root) !== undefined)) return lists;
  return [...roles.graph.types.values()].flatMap((type) =>
    type.kind === 'object'
      ? [...type.fields.values()]
          .filter((field) => roles.page(field.type.name)?.connection)
          .slice(0, 3)
          .map((field) => ({ field, path: [field.name], at: `${type.name}.${field.name}` }))
      : [],
  );
}

function findingOf({ paging, roots }: Group): Finding {
  const { kind, parameter, limitParameter, nextPath, hasMorePath } = paging;
  const limits = roots.flatMap(({ field }) => {
    const limit = field.args.find(({ name }) => name === limitParameter);
    return limit === undefined ? [] : [limit];
  });
  const maxLimit = Math.max(0, ...roots.slice(0, 1).map(() => paging.maxLimit ?? 0));
  return {
    kind,
    detail: {
      parameter,
      in: 'variables',
      limitParameter,
      maxLimit: maxLimit === 0 ? null : maxLimit,
      ...(kind === 'offset' ? { firstValue: 0 } : {}),
      ...(kind === 'page' ? { firstValue: 1 } : {}),
      ...(nextPath === null ? {} : { nextPath }),
      hasMorePath,
      stop:
        hasMorePath !== null
          ? `${hasMorePath} is false`
          : nextPath !== null
            ? `${nextPath} is null`
            : `a page has fewer records than ${limitParameter ?? 'asked for'}`,
      lists: roots.length,
      limited: limits.length,
      calls: roots.slice(0, 5).map(({ at }) => at),
    },
    evidence: `arguments and answer of ${roots[0]?.at ?? ''}`,
    confidence: kind === 'graphql-connection' ? 0.97 : 0.85,
  };
}
