import type { Entity, Mapping, MappingRow } from '../../model/index.ts';

export interface MissingRequired {
  readonly target: string;
  readonly why: string;
  readonly candidates: readonly string[];
}

/** The mapping, sorted by what a reviewer has to do about it. */
export interface ReviewState {
  /** In the code: approved or edited by a person or by policy. */
  readonly mapped: readonly MappingRow[];
  /** Not in the code, waiting for a decision. */
  readonly open: readonly MappingRow[];
  readonly rejected: readonly MappingRow[];
  /** Required by the target and not in the code. */
  readonly missing: readonly MissingRequired[];
  /** Number of target fields that can be written at all. */
  readonly targets: number;
  /** Number of fields that wait for a decision: open rows, and required fields that have none. */
  readonly undecided: number;
}

export function reviewState(mapping: Mapping, target: Entity): ReviewState {
  const mapped = mapping.rows.filter(({ status }) => status === 'approved' || status === 'edited');
  const targets = new Set([
    ...mapping.rows.map((row) => row.target),
    ...mapping.unmappedTargets,
    ...mapping.unmappedRequired.map((row) => row.target),
  ]);
  const open = mapping.rows.filter(({ status }) => status === 'proposed');
  const missing = missingRequired(mapping, target, new Set(mapped.map((row) => row.target)));
  return {
    mapped,
    open,
    rejected: mapping.rows.filter(({ status }) => status === 'rejected'),
    missing,
    targets: targets.size,
    undecided: new Set([...open, ...missing].map((row) => row.target)).size,
  };
}

/** What the mapping lists, and required fields whose row was not approved: both leave the field empty. */
function missingRequired(mapping: Mapping, target: Entity, mapped: ReadonlySet<string>): MissingRequired[] {
  const listed = mapping.unmappedRequired.filter((row) => !mapped.has(row.target));
  const known = new Set(listed.map((row) => row.target));
  const undecided = target.fields
    .filter(({ path, required, readOnly }) => required && !readOnly && !mapped.has(path) && !known.has(path))
    .map(({ path }) => {
      const row = mapping.rows.find((candidate) => candidate.target === path);
      const why =
        row === undefined
          ? 'no source was found'
          : row.status === 'rejected'
            ? 'its row was rejected'
            : 'its row is open';
      return { target: path, why, candidates: row?.sources ?? [] };
    });
  return [...listed, ...undecided];
}
