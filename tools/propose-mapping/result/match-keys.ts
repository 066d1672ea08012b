import type { Entity, Mapping, MappingRow } from '../../model/index.ts';

/** By what the same record is found on the other side: the stamped id first, then natural keys of both. */
export function matchKeysOf(
  source: Entity,
  target: Entity,
  rows: readonly MappingRow[],
): Mapping['matchKeys'] {
  const keys: Mapping['matchKeys'] = [];
  for (const row of rows) {
    const [from] = row.sources;
    if (from === undefined || row.sources.length > 1) continue;
    const stamped = row.target === target.externalIdField && from === source.idField;
    const natural = target.naturalKeys.includes(row.target) && row.confidence >= 0.5;
    if (stamped || (natural && isKeyLike(source, from))) {
      keys.push({ source: from, target: row.target, confidence: row.confidence });
    }
  }
  const rank = (key: { target: string }) => (key.target === target.externalIdField ? 0 : 1);
  return keys.sort((a, b) => rank(a) - rank(b) || b.confidence - a.confidence);
}

/** A key on the source side too: declared, or an e-mail address, which nearly always is one. */
function isKeyLike(source: Entity, path: string): boolean {
  const field = source.fields.find((one) => one.path === path);
  return source.naturalKeys.includes(path) || path === source.idField || field?.format === 'email';
}
