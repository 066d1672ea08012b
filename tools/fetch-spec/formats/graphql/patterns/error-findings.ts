import type { Finding } from '../../../../model/index.ts';
import type { TypeRoles } from '../types/type-roles.ts';

/** Errors: at the top of every answer, and in the answers of mutations where these have a field for them. */
export function errorFindings(roles: TypeRoles): Finding[] {
  if (roles.queries.length === 0 && roles.mutations.length === 0) return [];
  const inAnswers = userErrors(roles);
  return [
    {
      kind: 'graphql-errors',
      detail: {
        message: 'errors[].message',
        code: 'errors[].extensions.code',
        ...(inAnswers === undefined ? {} : inAnswers.detail),
      },
      evidence:
        inAnswers === undefined
          ? 'every GraphQL answer has its errors at the top'
          : `every GraphQL answer has its errors at the top; mutations answer their own as ${inAnswers.at}`,
      confidence: 0.95,
    },
  ];
}

/** `userErrors` of the mutations' answers: the field most of them have. */
function userErrors(roles: TypeRoles): { detail: Finding['detail']; at: string } | undefined {
  const found = new Map<string, { count: number; at: string; type: string }>();
  for (const { field } of roles.mutations) {
    for (const inner of roles.graph.types.get(field.type.name)?.fields.values() ?? []) {
      const type = roles.graph.types.get(inner.type.name);
      if (type === undefined || inner.type.item === null || !/errors?$/i.test(inner.name)) continue;
      const known = found.get(inner.name);
      // Many mutations deprecate one name of the field for another.
      const weight = inner.deprecated === null ? 1 : 0;
      if (known === undefined) {
        found.set(inner.name, { count: weight, at: `${field.type.name}.${inner.name}`, type: type.name });
      } else known.count += weight;
    }
  }
  const [best] = [...found].toSorted((a, b) => b[1].count - a[1].count);
  if (best === undefined) return undefined;
  const [name, { at, type }] = best;
  const fields = roles.graph.types.get(type)?.fields;
  const first = (...names: string[]) => names.find((candidate) => fields?.has(candidate)) ?? null;
  return {
    at,
    detail: {
      mutationErrors: `data.{mutation}.${name}`,
      mutationMessage: first('message', 'messages', 'detail'),
      mutationField: first('field', 'path', 'fields'),
      mutationCode: first('code', 'errorCode', 'type'),
    },
  };
}
