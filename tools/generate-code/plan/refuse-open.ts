import { RefusedError } from '../../core/index.ts';
import type { Entity, Mapping } from '../../model/index.ts';

/** Required target fields without a source, whatever the circumstances. */
export function openRequired(mapping: Mapping, target: Entity): Mapping['unmappedRequired'] {
  const unconditional = new Set(target.fields.filter((field) => field.required).map(({ path }) => path));
  const decided = new Set(
    mapping.rows
      .filter(({ status }) => status === 'approved' || status === 'edited')
      .map((row) => row.target),
  );
  const listed = mapping.unmappedRequired.filter(
    ({ target: path }) => unconditional.has(path) && !decided.has(path),
  );
  // A row that was rejected or left open leaves its required field without a source as well.
  const undecided = mapping.rows
    .filter((row) => unconditional.has(row.target) && !decided.has(row.target))
    .map((row) => ({
      target: row.target,
      why: `its row is ${row.status}`,
      candidates: [row, ...row.alternatives].flatMap(({ sources }) => sources),
    }));
  return [...listed, ...undecided];
}

/** Refuses a mapping that would make records the target cannot take. Names the fields and what could fill them. */
export function refuseOpen(mapping: Mapping, target: Entity): void {
  const open = openRequired(mapping, target);
  if (open.length === 0) return;
  const fields = open.map(({ target: path, why, candidates }) => {
    const choice =
      candidates.length === 0
        ? 'no source field fits'
        : `could come from ${candidates.slice(0, 5).join(', ')}`;
    return `${path} (${why}; ${choice})`;
  });
  throw new RefusedError(
    'required_unmapped',
    `${target.system} ${target.name} cannot be created without ${fields.join('; ')}`,
    'Decide these fields with review_mapping, or call again with acceptOpen to leave them open in the README',
  );
}
