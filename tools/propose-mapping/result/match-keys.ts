import { type Entity, lastName, type Mapping, type MappingRow } from '../../model/index.ts';
import { splitIdentifier } from '../words/split-identifier.ts';

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

/** Where no key was found: why, and the rows that come nearest to one, surest first. Null where there is a key. */
export function matchKeyQuestion(
  source: Entity,
  target: Entity,
  rows: readonly MappingRow[],
  keys: Mapping['matchKeys'],
): Mapping['matchKeyQuestion'] {
  if (keys.length > 0) return null;
  const natural = target.naturalKeys;
  const why =
    natural.length === 0
      ? `Nothing says by which field a ${target.system} ${target.name} is recognised`
      : `No row fills ${natural.join(' or ')} of ${target.system} ${target.name} from a field that identifies a ${source.system} ${source.name}`;
  const candidates = rows
    .flatMap(({ target: to, sources: [from, ...more], confidence }) =>
      from === undefined || more.length > 0 || `${from}${to}`.includes('[]')
        ? []
        : [{ source: from, target: to, confidence }],
    )
    .filter(
      (pair) =>
        natural.includes(pair.target) ||
        isKeyLike(source, pair.source) ||
        namesKey(pair.source) ||
        namesKey(pair.target),
    )
    .sort((a, b) => b.confidence - a.confidence);
  return { why, candidates: candidates.slice(0, 3) };
}

const keyWords = new Set(
  'email mail code number no sku key id uuid guid domain username login handle ean isbn'.split(' '),
);

function namesKey(path: string): boolean {
  return keyWords.has(splitIdentifier(lastName(path)).at(-1) ?? '');
}
