import type { Field, MappingRow, Scalar } from '../../model/index.ts';

/**
 * A row that always writes the same: for a required field without a source that has one legal value only, or says which
 * value it takes when none is given. Null for every other field.
 */
export function constantRow(target: Field): MappingRow | null {
  if (!target.required) return null;
  const [only, ...more] = target.enum;
  if (only !== undefined && more.length === 0) {
    return rowOf(target, only.value, 0.95, `${JSON.stringify(only.value)} is the only value it may have`);
  }
  const { default: stated } = target;
  if (stated === null || typeof stated === 'object') return null;
  return rowOf(target, stated, 0.8, `${JSON.stringify(stated)} is the value it has when none is given`);
}

function rowOf(target: Field, value: Scalar, confidence: number, says: string): MappingRow {
  return {
    target: target.path,
    sources: [],
    transform: { kind: 'constant', value },
    confidence,
    evidence: [{ signal: 'values', says, for: true }],
    alternatives: [],
    status: 'proposed',
    sample: null,
  };
}
