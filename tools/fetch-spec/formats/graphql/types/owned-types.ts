import type { TypeRoles } from './type-roles.ts';

/** Types whose records stand in lists of one or two other record types only, as an order's line items do. */
export function ownedTypes(roles: TypeRoles): ReadonlySet<string> {
  const holders = new Map<string, Set<string>>();
  for (const type of roles.graph.types.values()) {
    if (type.kind !== 'object' || !roles.isRecord(type.name)) continue;
    for (const field of type.fields.values()) {
      const page = roles.page(field.type.name);
      if (page === undefined && field.type.item === null) continue;
      const item = page?.item ?? field.type.name;
      const known = holders.get(item);
      if (known === undefined) holders.set(item, new Set([type.name]));
      else known.add(type.name);
    }
  }
  return new Set([...holders].filter(([, types]) => types.size <= 2).map(([item]) => item));
}
