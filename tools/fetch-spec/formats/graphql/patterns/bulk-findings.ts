import type { Finding } from '../../../../model/index.ts';
import { mutationIntent } from '../operations/mutation-intent.ts';
import type { RootField } from '../types/root-fields.ts';
import type { TypeRoles } from '../types/type-roles.ts';

/** Jobs over many records, and mutations that take a list of them. */
export function bulkFindings(roles: TypeRoles): Finding[] {
  const jobs = roles.mutations.filter(({ field }) =>
    /^(?:bulk_?operation_?run_?(?:query|mutation)|run_?bulk_?\w{1,30}|(?:start|create)_?(?:bulk|import|export)_?job\w{0,20})$/i.test(
      field.name,
    ),
  );
  const batches = roles.mutations.filter(
    (root) => !jobs.includes(root) && mutationIntent(root.field.name)?.many && takesList(roles, root),
  );
  return [...findingOf('async-job', jobs, 0.9), ...findingOf('batch-calls', batches, 0.8)];
}

function takesList({ graph }: TypeRoles, { field }: RootField): boolean {
  return field.args.some(({ type }) => {
    if (type.item !== null) return true;
    const input = graph.types.get(type.name);
    return input?.kind === 'input' && [...input.fields.values()].some((inner) => inner.type.item !== null);
  });
}

function findingOf(kind: string, roots: readonly RootField[], confidence: number): Finding[] {
  const [first] = roots;
  if (first === undefined) return [];
  const calls = roots.slice(0, 20).map(({ at }) => at);
  return [{ kind, detail: { calls, count: roots.length }, evidence: `mutation ${first.at}`, confidence }];
}
