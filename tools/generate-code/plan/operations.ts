import type { Entity, Operation, OperationKind } from '../../model/index.ts';
import { idPlaceholder } from './placeholders.ts';

export type Operations = Readonly<Partial<Record<OperationKind, Operation>>>;

const wanted: Readonly<Record<'reads' | 'writes', readonly OperationKind[]>> = {
  reads: ['list', 'changes', 'get'],
  writes: ['get', 'search', 'create', 'update', 'upsert'],
};

/** The calls a side of the connector makes. One that does not say which record it is about is left out, with a warning. */
export function usableOperations(entity: Entity, side: 'reads' | 'writes', warnings: string[]): Operations {
  const operations: Operations = entity.operations;
  const usable: Partial<Record<OperationKind, Operation>> = {};
  for (const kind of wanted[side]) {
    const operation = operations[kind];
    if (operation === undefined) continue;
    const needsId = kind === 'get' || kind === 'update';
    const answersId = kind !== 'create' || ['record', 'location'].includes(operation.answers);
    if (needsId && idPlaceholder(kind, operation, entity) === null) {
      warnings.push(`${kind} is not used: its path ${operation.path} names no record`);
    } else if (!answersId) {
      warnings.push('create is not used: it does not say which record it made');
    } else {
      usable[kind] = operation;
    }
  }
  return usable;
}
