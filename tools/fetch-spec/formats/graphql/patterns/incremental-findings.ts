import type { Finding } from '../../../../model/index.ts';
import type { RootField } from '../types/root-fields.ts';
import type { TypeRoles } from '../types/type-roles.ts';
import { updatedName } from './updated-names.ts';

interface Seen {
  readonly parameter: string;
  readonly value: string;
  readonly root: RootField;
}

/** How a list is narrowed to, or sorted by, what changed last. */
export function incrementalFindings(roles: TypeRoles): Finding[] {
  const since: Seen[] = [];
  const search: Seen[] = [];
  const sorted: Seen[] = [];
  for (const root of listsOf(roles)) {
    for (const argument of root.field.args) {
      const type = roles.graph.types.get(argument.type.name);
      const note = (list: Seen[], value: string) => list.push({ parameter: argument.name, value, root });
      if (updatedName.test(argument.name)) note(since, argument.name);
      else if (type?.kind === 'enum' && /sort|order/i.test(argument.name)) {
        const value = type.values.find(({ name }) => updatedName.test(name));
        if (value !== undefined) note(sorted, value.name);
      } else if (type?.kind === 'input') {
        const field = [...type.fields.values()].find(({ name }) => updatedName.test(name));
        if (field !== undefined) note(/sort|order/i.test(argument.name) ? sorted : since, field.name);
        else if (/order|sort/i.test(argument.name)) {
          const value = sortValue(roles, type.fields.values());
          if (value !== undefined) note(sorted, value);
        }
      } else if (/^(?:query|filter|search|where)$/i.test(argument.name)) {
        const text = argument.description?.slice(0, 20_000) ?? '';
        const field = /\b(?:updated|modified)_?(?:at|on|date)?\b(?=\s*[:|`])/i.exec(text)?.[0];
        if (field !== undefined) note(search, field);
      }
    }
  }
  return [
    ...findingOf('updated-since-filter', since, 0.85),
    ...findingOf('search-filter', search, 0.85),
    ...findingOf('sort-by-updated', sorted, 0.8),
  ];
}

function listsOf(roles: TypeRoles): readonly RootField[] {
  return roles.queries.filter(
    ({ field }) => roles.page(field.type.name) !== undefined || field.type.item !== null,
  );
}

/** `orderBy: {field: UPDATED_AT}`. */
function sortValue(
  roles: TypeRoles,
  fields: Iterable<{ readonly type: { readonly name: string } }>,
): string | undefined {
  for (const { type } of fields) {
    const value = roles.graph.types.get(type.name)?.values.find(({ name }) => updatedName.test(name));
    if (value !== undefined) return value.name;
  }
  return undefined;
}

function findingOf(kind: string, seen: readonly Seen[], confidence: number): Finding[] {
  const [first] = seen;
  if (first === undefined) return [];
  const value = kind === 'sort-by-updated' ? { value: first.value } : { field: first.value };
  return [
    {
      kind,
      detail: {
        parameter: first.parameter,
        in: 'variables',
        ...value,
        calls: seen.slice(0, 10).map(({ root }) => root.at),
      },
      evidence: `argument ${first.parameter} of ${first.root.at}`,
      confidence,
    },
  ];
}
