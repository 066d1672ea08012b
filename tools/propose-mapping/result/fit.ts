import type { Entity, Field, MappingRow } from '../../model/index.ts';

/**
 * How well a source record fits a target record, 0..1: the share of the target's important fields that are covered,
 * counted by confidence, times how much of the source finds a place. Used to choose between target entities.
 */
export function fitOf(
  source: Entity,
  target: Entity,
  targets: readonly Field[],
  rows: readonly MappingRow[],
): number {
  const confidence = new Map(rows.map((row) => [row.target, row.confidence]));
  let covered = 0;
  let total = 0;
  const others: number[] = [];
  for (const field of targets) {
    const weight = importance(field, target);
    const said = confidence.get(field.path) ?? 0;
    total += weight;
    covered += weight * said;
    if (weight === 0 && field.reference === null && field.path !== target.externalIdField) others.push(said);
  }
  // All other fields together count as much as one: they decide where nothing is required.
  if (others.length > 0) {
    total += 1;
    covered += others.reduce((sum, said) => sum + said, 0) / others.length;
  }
  const important = sourceImportant(source);
  const used = new Map<string, number>();
  for (const row of rows) {
    for (const path of row.sources) used.set(path, Math.max(used.get(path) ?? 0, row.confidence));
  }
  const placed = important.reduce((sum, path) => sum + (used.get(path) ?? 0), 0);
  const share = important.length === 0 ? 0 : placed / important.length;
  const coverage = total === 0 ? 0 : covered / total;
  return Math.round(Math.sqrt(coverage * share) * 1000) / 1000;
}

function importance(field: Field, target: Entity): number {
  if (field.path === target.externalIdField) return 0;
  if (target.naturalKeys.includes(field.path)) return 3;
  if (field.required) return field.reference === null ? 3 : 1;
  if (field.requiredWhen !== null) return field.reference === null ? 1.5 : 0.5;
  return 0;
}

/** What a record of the source is made of, for people: its keys and its first business fields. */
function sourceImportant(source: Entity): string[] {
  const business = source.fields
    .filter(
      (field) =>
        !field.readOnly && !field.deprecated && field.path !== source.idField && field.reference === null,
    )
    .slice(0, 12)
    .map(({ path }) => path);
  return [...new Set([...source.naturalKeys, ...business])];
}
