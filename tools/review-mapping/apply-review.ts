import { RequestError } from '../core/index.ts';
import {
  type Entity,
  type Field,
  foreignReference,
  type Incompatibility,
  incompatibilitiesOf,
  type Mapping,
  type MappingRow,
} from '../model/index.ts';
import { chooseMatchKeys } from './choose-match-keys.ts';
import type { Decision, MatchKeyChoice } from './decision.ts';
import { editRow, sourceField } from './edit-row.ts';
import { refuseUnknown } from './legal-names.ts';

export interface Review {
  readonly decisions: readonly Decision[];
  /** Proposed rows at or above it are approved; null approves none. */
  readonly threshold: number | null;
  /** By which fields the same record is found; null: as proposed. */
  readonly matchKeys: readonly MatchKeyChoice[] | null;
}

/**
 * A mapping with decisions applied; decisions win over the threshold. Throws `unknown_target`, `unknown_source`,
 * `bad_decision`, `bad_match_key`, naming what is legal. The given mapping is not changed.
 */
export function applyReview(mapping: Mapping, source: Entity, target: Entity, review: Review): Mapping {
  const legal = target.fields.filter((field) => !field.readOnly && !field.deprecated);
  const decided = new Map<string, Decision>();
  for (const decision of review.decisions) {
    if (decided.has(decision.target)) {
      throw new RequestError(
        'bad_decision',
        `There are two decisions for ${decision.target}`,
        'Give one decision for each target field',
      );
    }
    decided.set(decision.target, decision);
  }
  const rows = new Map(
    mapping.rows.map((row) => [
      row.target,
      approveBy(row, decided.has(row.target) ? null : review.threshold),
    ]),
  );
  for (const decision of review.decisions) {
    const field = legal.find(({ path }) => path === decision.target);
    if (field === undefined) {
      refuseUnknown(
        'unknown_target',
        `writable field of ${target.system} ${target.name}`,
        decision.target,
        legal.map(({ path }) => path),
      );
    }
    rows.set(field.path, decide(rows.get(field.path), decision, source, field));
  }
  const reviewed = tidy(mapping, [...rows.values()], source, target);
  return review.matchKeys === null ? reviewed : chooseMatchKeys(reviewed, review.matchKeys);
}

function approveBy(row: MappingRow, threshold: number | null): MappingRow {
  const approved = threshold !== null && row.status === 'proposed' && row.confidence >= threshold;
  return approved ? { ...row, status: 'approved' } : row;
}

function decide(row: MappingRow | undefined, decision: Decision, source: Entity, field: Field): MappingRow {
  const { sources, transform, when, conflict } = decision;
  const gives = [sources, transform, when, conflict].some((given) => given !== undefined);
  if (when != null) sourceField(when.source, source);
  if (decision.status === 'edited') {
    if (!gives) {
      throw new RequestError(
        'bad_decision',
        `The decision for ${decision.target} says edited, but not what it should be`,
        'Give sources, a transform, when or conflict',
      );
    }
    return editRow(row, decision, source, field);
  }
  if (gives) {
    // An approval that names something else than the row would approve what nobody has seen.
    throw new RequestError(
      'bad_decision',
      `The decision for ${decision.target} is ${decision.status} and says how the row should be`,
      'Use status edited to change a row',
    );
  }
  if (row === undefined) {
    throw new RequestError(
      'bad_decision',
      `There is no row for ${decision.target} that could be ${decision.status}`,
      'Use status edited with sources or a transform to add one',
    );
  }
  return { ...row, status: decision.status };
}

/** Rows in the target's field order, and the lists of what is left made anew. */
function tidy(mapping: Mapping, rows: readonly MappingRow[], source: Entity, target: Entity): Mapping {
  const order = new Map(target.fields.map(({ path }, at) => [path, at]));
  const sorted = rows.toSorted((a, b) => (order.get(a.target) ?? 0) - (order.get(b.target) ?? 0));
  const kept = sorted.filter(({ status }) => status !== 'rejected');
  const mapped = new Set(kept.map((row) => row.target));
  const used = new Set(
    kept.flatMap(({ sources, when }) => (when === undefined ? sources : [...sources, when.source])),
  );
  const had = new Set([...mapping.unmappedTargets, ...mapping.rows.map((row) => row.target)]);
  return {
    ...mapping,
    rows: sorted,
    matchKeys: mapping.matchKeys.filter((key) =>
      kept.some(
        (row) => row.target === key.target && row.sources.length === 1 && row.sources[0] === key.source,
      ),
    ),
    unmappedRequired: stillRequired(mapping, target, mapped, sorted),
    ...(mapping.suggestions === undefined
      ? {}
      : { suggestions: mapping.suggestions.filter((one) => !mapped.has(one.target)) }),
    unmappedTargets: target.fields
      .map(({ path }) => path)
      .filter((path) => had.has(path) && !mapped.has(path)),
    unusedSources: source.fields
      .map(({ path }) => path)
      .filter(
        (path) =>
          !used.has(path) &&
          (mapping.unusedSources.includes(path) || mapping.rows.some((row) => row.sources.includes(path))),
      ),
    incompatibilities: stillIncompatible(mapping, kept, source, target),
  };
}

function stillRequired(
  mapping: Mapping,
  target: Entity,
  mapped: ReadonlySet<string>,
  rows: readonly MappingRow[],
): Mapping['unmappedRequired'] {
  const before = new Map(mapping.unmappedRequired.map((one) => [one.target, one]));
  return target.fields.flatMap((field) => {
    if (mapped.has(field.path)) return [];
    const known = before.get(field.path);
    if (known !== undefined) return [known];
    const rejected = rows.find((row) => row.target === field.path && row.status === 'rejected');
    if (rejected === undefined || !(field.required || field.requiredWhen !== null)) return [];
    const need = field.required
      ? 'Required when a record is created'
      : `Required only under a condition: ${field.requiredWhen}`;
    const candidates = [...rejected.sources, ...rejected.alternatives.flatMap(({ sources }) => sources)];
    return [
      { target: field.path, why: `${need}; its row was rejected`, candidates: [...new Set(candidates)] },
    ];
  });
}

/** Problems of rows that are kept, found anew for edited ones, and those that never had a row. In the target's order. */
function stillIncompatible(
  mapping: Mapping,
  kept: readonly MappingRow[],
  source: Entity,
  target: Entity,
): Incompatibility[] {
  const edited = new Set(kept.filter(({ status }) => status === 'edited').map((row) => row.target));
  const old = mapping.incompatibilities.filter((one) => {
    if (edited.has(one.target)) return false;
    return (
      !mapping.rows.some((row) => row.target === one.target) || kept.some((row) => row.target === one.target)
    );
  });
  const found = kept.flatMap((row) => {
    const to = target.fields.find(({ path }) => path === row.target);
    if (to === undefined || !edited.has(row.target)) return [];
    return row.sources.flatMap((path) => {
      const from = source.fields.find((field) => field.path === path);
      if (from === undefined) return [];
      const foreign = row.transform.kind === 'lookup' ? null : foreignReference(from, to);
      return [...(foreign === null ? [] : [foreign]), ...incompatibilitiesOf(from, to, row.transform)];
    });
  });
  const order = new Map(target.fields.map(({ path }, at) => [path, at]));
  return [...old, ...found].sort((a, b) => (order.get(a.target) ?? 0) - (order.get(b.target) ?? 0));
}
