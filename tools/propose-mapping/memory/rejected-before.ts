import type { Entity, RememberedRow } from '../../model/index.ts';

/** Whether a person rejected exactly these sources for this target of this very connection, and never took them since. */
export type RejectedBefore = (target: string, sources: readonly string[]) => boolean;

/** `remembered`: the newest first, so that of several decisions about the same fields the last one stands. */
export function rejectedBefore(
  remembered: readonly RememberedRow[],
  source: Entity,
  target: Entity,
): RejectedBefore {
  const verdicts = new Map<string, RememberedRow['verdict']>();
  for (const row of remembered) {
    const here =
      row.source.system === source.system &&
      row.source.entity === source.name &&
      row.target.system === target.system &&
      row.target.entity === target.name;
    const key = keyOf(row.targetPath, row.sourcePaths);
    if (here && !verdicts.has(key)) verdicts.set(key, row.verdict);
  }
  return (path, sources) => verdicts.get(keyOf(path, sources)) === 'rejected';
}

function keyOf(target: string, sources: readonly string[]): string {
  return JSON.stringify([target, ...sources.toSorted()]);
}
