import type { Mapping, RememberedRow } from '../../tools/model/index.ts';

/** What a person decided in a reviewed mapping: every row that is no longer open. */
export function decisionsOf({ source, target, rows }: Mapping): RememberedRow[] {
  return rows.flatMap((row) =>
    row.status === 'proposed' || row.sources.length === 0
      ? []
      : [
          {
            source: { system: source.system, entity: source.entity },
            target: { system: target.system, entity: target.entity },
            sourcePaths: [...row.sources],
            targetPath: row.target,
            verdict: row.status,
            transform: row.transform,
          },
        ],
  );
}
