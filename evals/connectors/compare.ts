import type { Plan } from '../../tools/generate-code/plan/plan.ts';
import { expectedRecord } from '../../tools/generate-code/sample/expected.ts';
import { readPath } from '../../tools/model/index.ts';

export interface Outcome {
  readonly lost: number;
  readonly duplicated: number;
  readonly wrong: number;
  /** The first record that is not as it should be, for a person to look at. */
  readonly example: string | null;
}

/** Compares what the target holds with what the mapping's definition, not its generated code, makes of each record. */
export function compare(
  plan: Plan,
  source: readonly unknown[],
  target: readonly unknown[],
  kept: readonly string[] | null,
): Outcome {
  const key = plan.upsertKey ?? plan.matchKey;
  const held = new Map<string, unknown[]>();
  for (const record of target) {
    const value = String(key === null ? '' : readPath(record, key));
    held.set(value, [...(held.get(value) ?? []), record]);
  }
  if (key === null) return compareUnnamed(plan, source, target, kept);
  const outcome = { lost: 0, duplicated: 0, wrong: 0, example: null as string | null };
  for (const record of source) {
    const expected = expectedRecord(plan, record);
    const wanted = only(kept, 'record' in expected ? expected.record : null);
    const value = String(readPath(wanted, key));
    const found = held.get(value) ?? [];
    if (found.length === 0) outcome.lost += 1;
    else if (found.length > 1) outcome.duplicated += found.length - 1;
    const difference = found.length === 0 ? null : differs(wanted, found[0], '');
    if (difference !== null) outcome.wrong += 1;
    outcome.example ??= found.length === 0 ? `no ${key} ${value}` : difference;
  }
  return outcome;
}

/** Without a field by which the same record is found only the number and what they hold can be compared. */
function compareUnnamed(
  plan: Plan,
  source: readonly unknown[],
  target: readonly unknown[],
  kept: readonly string[] | null,
): Outcome {
  const [first] = source;
  const expected = expectedRecord(plan, first);
  const differences = target.flatMap(
    (record) => differs(only(kept, 'record' in expected ? expected.record : null), record, '') ?? [],
  );
  return {
    lost: Math.max(0, source.length - target.length),
    duplicated: Math.max(0, target.length - source.length),
    wrong: differences.length,
    example: differences[0] ?? null,
  };
}

/** Where the record lacks or changes something of what is wanted; more than that may be there. */
function differs(wanted: unknown, held: unknown, path: string): string | null {
  if (Array.isArray(wanted) && Array.isArray(held)) {
    if (wanted.length !== held.length) return `${path}: ${held.length} elements instead of ${wanted.length}`;
    return (
      wanted.map((each, at) => differs(each, held[at], `${path}[${at}]`)).find((each) => each !== null) ??
      null
    );
  }
  if (typeof wanted === 'object' && wanted !== null && typeof held === 'object' && held !== null) {
    return (
      Object.entries(wanted)
        .map(([name, value]) => differs(value, (held as Record<string, unknown>)[name], `${path}.${name}`))
        .find((each) => each !== null) ?? null
    );
  }
  // A form carries every value as a text.
  // A new record is made without nulls.
  if (wanted === null && held === undefined) return null;
  if (wanted === held || (wanted !== null && held !== undefined && String(wanted) === String(held)))
    return null;
  return `${path}: ${JSON.stringify(held)} instead of ${JSON.stringify(wanted)}`;
}

function only(kept: readonly string[] | null, record: unknown): unknown {
  if (kept === null || typeof record !== 'object' || record === null) return record;
  return Object.fromEntries(Object.entries(record).filter(([name]) => kept.includes(name)));
}
