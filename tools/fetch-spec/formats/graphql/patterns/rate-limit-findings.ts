import type { Finding } from '../../../../model/index.ts';
import type { TypeRoles } from '../types/type-roles.ts';

/** A rate limit that can be asked for in the query itself. */
export function rateLimitFindings(roles: TypeRoles): Finding[] {
  const root = roles.queries.find(({ field }) =>
    /^(?:rate_?limit(?:_?status)?|throttle_?status|complexity|query_?cost)$/i.test(field.name),
  );
  if (root === undefined) return [];
  const fields = [...(roles.graph.types.get(root.field.type.name)?.fields.keys() ?? [])];
  const first = (pattern: RegExp) => fields.find((name) => pattern.test(name)) ?? null;
  const at = root.path.join('.');
  const pathOf = (name: string | null) => (name === null ? null : `data.${at}.${name}`);
  return [
    {
      kind: 'query-cost',
      detail: {
        cost: pathOf(first(/cost|^query$|complexity/i)),
        limit: pathOf(first(/^limit$|maximum/i)),
        remaining: pathOf(first(/remaining|available|^after$/i)),
        resetAt: pathOf(first(/reset/i)),
      },
      evidence: `field ${root.at}`,
      confidence: 0.9,
    },
  ];
}
