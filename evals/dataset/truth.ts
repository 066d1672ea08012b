import type { GoldRow, MappingCase } from './mapping-case.ts';

/** What is right for one target of a case. */
export interface Truth {
  readonly target: string;
  /** Any of these is right for ranking. */
  readonly sources: ReadonlySet<string>;
  /** Sets of sources that are each a right and complete proposal. */
  readonly complete: readonly ReadonlySet<string>[];
  /** Transform kinds that are right, as the gold writes them. */
  readonly transforms: ReadonlySet<string>;
}

/** Scored targets of a case, in order of appearance: with at least one source, not a constant, not ignored. */
export function truthsOf(mappingCase: MappingCase): Truth[] {
  const ignored = new Set(mappingCase.ignore_targets);
  const byTarget = new Map<string, GoldRow[]>();
  for (const row of mappingCase.gold) {
    if (row.source.length === 0 || row.transform === 'constant' || ignored.has(row.target)) continue;
    byTarget.set(row.target, [...(byTarget.get(row.target) ?? []), row]);
  }
  return [...byTarget].map(([target, rows]) => ({
    target,
    sources: new Set(rows.flatMap(allSources)),
    complete: rows.flatMap(completeSets),
    transforms: new Set(rows.map(({ transform }) => transform)),
  }));
}

function alternativeSets(row: GoldRow): string[][] {
  return (row.alternatives ?? []).map((alternative) =>
    typeof alternative === 'string' ? [alternative] : alternative,
  );
}

function allSources(row: GoldRow): string[] {
  return [...row.source, ...alternativeSets(row).flat()];
}

/** `any`: each source alone is right; otherwise all of them together are needed. */
function completeSets(row: GoldRow): Set<string>[] {
  const own = row.mode === 'any' ? row.source.map((source) => [source]) : [row.source];
  return [...own, ...alternativeSets(row)].map((sources) => new Set(sources));
}
