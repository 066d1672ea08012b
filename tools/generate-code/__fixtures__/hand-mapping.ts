import { type Entity, Mapping, type MappingRow, Transform } from '../../model/index.ts';
import type { PlanInput } from '../plan/make-plan.ts';

export type HandRow = readonly [
  target: string,
  sources: string | readonly string[],
  transform?: object,
  more?: Pick<MappingRow, 'when' | 'conflict'>,
];

export function handRow([target, sources, transform = { kind: 'rename' }, more]: HandRow): MappingRow {
  return {
    target,
    sources: [sources].flat(),
    transform: Transform.parse(transform),
    confidence: 0.95,
    evidence: [{ signal: 'name', says: 'chosen by hand for a test', for: true }],
    alternatives: [],
    status: 'approved',
    sample: null,
    ...more,
  };
}

/** A mapping written by hand, approved row by row: what the generator is tested with, without the matcher. */
export function handMapping(
  source: Entity,
  target: Entity,
  rows: readonly HandRow[],
  matchKeys: Mapping['matchKeys'] = [],
  rules: Pick<Mapping, 'conflictRule'> = { conflictRule: 'source' },
): PlanInput {
  const side = ({ system, name }: Entity, digit: string) => ({
    system,
    entity: name,
    schema: `schema_${digit.repeat(24)}`,
  });
  const mapping = Mapping.parse({
    source: side(source, '1'),
    target: side(target, '2'),
    rows: rows.map(handRow),
    matchKeys,
    unmappedRequired: [],
    unmappedTargets: [],
    suggestions: [],
    unusedSources: [],
    incompatibilities: [],
    matchKeyQuestion: null,
    stamps: null,
    ignore: { sources: [], targets: [] },
    ...rules,
  });
  return { mapping, mappingId: `mapping_${'3'.repeat(24)}`, source, target };
}
