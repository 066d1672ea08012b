import type { Operation, OperationKind } from '../../model/index.ts';

export type Operations = Readonly<Partial<Record<OperationKind, Operation>>>;

/** Placeholders of a path: `/contacts/{id}` → id. */
export function placeholders(path: string): string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? '');
}

const wanted: Readonly<Record<'reads' | 'writes', readonly OperationKind[]>> = {
  reads: ['list', 'changes', 'get'],
  writes: ['get', 'search', 'create', 'update', 'upsert'],
};

/** How many values a call's path can be filled with by us. */
const pathValues: Readonly<Partial<Record<OperationKind, number>>> = { get: 1, update: 1, upsert: 1 };

/**
 * The calls a side of the connector makes. One whose path needs values that nobody can give is left out, with a
 * warning.
 */
export function usableOperations(
  operations: Operations,
  side: 'reads' | 'writes',
  warnings: string[],
): Operations {
  const usable: Partial<Record<OperationKind, Operation>> = {};
  for (const kind of wanted[side]) {
    const operation = operations[kind];
    if (operation === undefined) continue;
    const needed = placeholders(operation.path).length;
    const answersId = kind !== 'create' || ['record', 'location'].includes(operation.answers);
    if (needed > (pathValues[kind] ?? 0)) {
      warnings.push(`${kind} is not used: its path ${operation.path} needs values the mapping does not give`);
    } else if (!answersId) {
      warnings.push('create is not used: it does not say which record it made');
    } else {
      usable[kind] = operation;
    }
  }
  return usable;
}
