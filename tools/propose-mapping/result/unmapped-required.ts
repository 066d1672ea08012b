import type { Field, Mapping } from '../../model/index.ts';
import type { Ranking } from '../score/rank.ts';

/** A candidate less likely than this only distracts. */
const worthNaming = 0.15;

/** Required targets that got no row, blocking ones first said so, each with the likeliest sources. */
export function unmappedRequired(
  targets: readonly Field[],
  mapped: ReadonlySet<string>,
  rankings: ReadonlyMap<string, Ranking>,
): Mapping['unmappedRequired'] {
  return targets
    .filter((field) => (field.required || field.requiredWhen !== null) && !mapped.has(field.path))
    .map((field) => ({
      target: field.path,
      why: whyUnmapped(field),
      candidates: (rankings.get(field.path)?.candidates ?? [])
        .filter(({ confidence }) => confidence >= worthNaming)
        .slice(0, 3)
        .map(({ source }) => source.field.path),
    }));
}

function whyUnmapped(field: Field): string {
  const need = field.required
    ? 'Required when a record is created'
    : `Required only under a condition: ${field.requiredWhen}`;
  const kind =
    field.reference === null
      ? 'no source field fits it well enough'
      : `it points at a ${field.reference} of the target system, so it needs a look-up or a fixed value`;
  return `${need}; ${kind}`;
}
