import type { Entity, RememberedRow } from '../../model/index.ts';
import type { FieldProfile } from '../profile/field-profile.ts';
import type { Ranking } from '../score/rank.ts';
import type { Proposal } from './compose.ts';

/** As sure as a decision about the same fields of the same records is. */
const confidence = 0.97;

/** Rows of several sources that a person took for this very connection, by target path. */
export function decidedBefore(
  remembered: readonly RememberedRow[],
  source: Entity,
  target: Entity,
  rankings: readonly Ranking[],
): ReadonlyMap<string, Proposal> {
  const fields = new Map<string, FieldProfile>();
  for (const { candidates } of rankings)
    for (const one of candidates) fields.set(one.source.field.path, one.source);
  const found = new Map<string, Proposal>();
  for (const row of remembered) {
    const here =
      row.source.system === source.system &&
      row.source.entity === source.name &&
      row.target.system === target.system &&
      row.target.entity === target.name;
    if (!here || row.verdict === 'rejected' || row.sourcePaths.length < 2 || found.has(row.targetPath))
      continue;
    const sources = row.sourcePaths.flatMap((path) => fields.get(path) ?? []);
    // A field that is gone takes the decision with it.
    if (sources.length < row.sourcePaths.length) continue;
    found.set(row.targetPath, {
      sources,
      confidence,
      transform: row.transform,
      evidence: [{ signal: 'memory', says: 'a person approved it for this very connection', for: true }],
    });
  }
  return found;
}
