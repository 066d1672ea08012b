import { applyRow, type MappingRow, parsePath, readPath, TransformError } from '../../model/index.ts';
import type { Plan } from '../plan/plan.ts';
import { listPrefix, takesOne } from '../plan/plan-rows.ts';

export type Expected =
  | { readonly record: unknown }
  | { readonly refused: { readonly path: string; readonly reason: string } };

/**
 * What the mapping makes of a source record, by the definition of the transforms and not by the generated code: the
 * generated tests compare the two.
 */
export function expectedRecord(plan: Plan, source: unknown): Expected {
  let record: unknown = {};
  for (const row of plan.rows) {
    try {
      for (const { path, value } of valuesOf(row, plan.rows, source)) {
        if (value !== undefined) record = place(record, path, value);
      }
    } catch (error) {
      if (error instanceof TransformError) return { refused: { path: row.target, reason: error.message } };
      throw error;
    }
  }
  return { record: dense(record) };
}

interface Placed {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

function valuesOf(row: MappingRow, rows: readonly MappingRow[], source: unknown): Placed[] {
  const place = listPrefix(row.target);
  const list =
    place === undefined
      ? undefined
      : rows
          .filter((other) => listPrefix(other.target) === place && !takesOne(other))
          .flatMap((other) => other.sources.map(listPrefix))
          .find((prefix) => prefix !== undefined);
  const apply = (read: (path: string) => unknown) => applyRow(row, read);
  if (place === undefined || list === undefined) {
    return [{ path: steps(row.target, 0), value: apply((path) => readPath(source, path)) }];
  }
  const elements = readPath(source, list.slice(0, -2));
  if (!Array.isArray(elements)) return [];
  if (elements.length === 0) return [{ path: parsePath(place).map(({ name }) => name), value: [] }];
  return elements.map((element: unknown, index) => ({
    path: steps(row.target, index),
    value: apply((path) => {
      if (path === list) return element;
      return path.startsWith(`${list}.`)
        ? readPath(element, path.slice(list.length + 1))
        : readPath(source, path);
    }),
  }));
}

/** Names and list positions; only the first list of a path has elements to choose from. */
function steps(path: string, index: number): (string | number)[] {
  let at = index;
  return parsePath(path).flatMap(({ name, repeated }) => {
    if (!repeated) return [name];
    const step = [name, at];
    at = 0;
    return step;
  });
}

function place(record: unknown, [head, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (head === undefined) return value;
  if (typeof head === 'number') {
    const list: unknown[] = Array.isArray(record) ? [...record] : [];
    list[head] = place(list[head], rest, value);
    return list;
  }
  return { ...(record as object), [head]: place(readPath(record, head.replaceAll('.', '\\.')), rest, value) };
}

/** Lists without the elements to which nothing was written. */
function dense(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((element) => element !== undefined).map(dense);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, dense(inner)]));
}
