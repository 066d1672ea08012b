import type { Entity, Operation, OperationKind } from '../../model/index.ts';

/** Placeholders of a path: `/contacts/{id}` → id. */
export function placeholders(path: string): string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? '');
}

const namesRecord: ReadonlySet<OperationKind> = new Set(['get', 'update', 'upsert']);

/** The placeholder that takes a record's id: the last one that the account does not settle. */
export function idPlaceholder(kind: OperationKind, { path }: Operation, { api }: Entity): string | null {
  if (!namesRecord.has(kind)) return null;
  const settled = new Set(api.variables.map(({ name }) => name));
  return placeholders(path).findLast((name) => !settled.has(name)) ?? null;
}
