import { type Field, lastName, type MappingRow, parsePath } from '../../model/index.ts';
import { isUnsafeName } from '../emit/property.ts';
import type { LeftOut } from './plan.ts';
import type { Side } from './side.ts';

export interface PlannedRows {
  readonly rows: readonly MappingRow[];
  readonly byHand: readonly MappingRow[];
  readonly leftOut: readonly LeftOut[];
}

/** Chooses the rows that become code: decided by a person, and such that code can be written for them. */
export function planRows(all: readonly MappingRow[], source: Side, target: Side): PlannedRows {
  const rows: MappingRow[] = [];
  const byHand: MappingRow[] = [];
  const leftOut: LeftOut[] = [];
  const order = new Map([...target.fields.keys()].map((path, index) => [path, index]));
  const decided = all
    .filter((row) => row.status === 'approved' || row.status === 'edited')
    .toSorted((a, b) => (order.get(a.target) ?? order.size) - (order.get(b.target) ?? order.size));
  for (const row of decided) {
    const why = obstacle(row, source, target.fields.get(row.target), rows);
    if (why !== undefined) leftOut.push({ target: row.target, why });
    else if (row.transform.kind === 'expression') byHand.push(row);
    else rows.push(row);
  }
  return { rows, byHand, leftOut };
}

function obstacle(
  row: MappingRow,
  source: Side,
  field: Field | undefined,
  before: readonly MappingRow[],
): string | undefined {
  if (field === undefined) return 'the target has no such field';
  if (field.readOnly) return 'the target sets this field itself';
  for (const path of [row.target, ...row.sources]) {
    const unsafe = parsePath(path).find(({ name }) => name === '' || isUnsafeName(name));
    if (unsafe !== undefined) return `${JSON.stringify(unsafe.name)} cannot be a field name in code`;
  }
  const unknown = row.sources.find((path) => !source.fields.has(path));
  if (unknown !== undefined) return `the source has no field ${unknown}`;
  const { kind } = row.transform;
  if (row.sources.length === 0 && kind !== 'constant' && kind !== 'expression')
    return 'it has no source field';
  const overlap = before.find(({ target }) => isWithin(target, row.target) || isWithin(row.target, target));
  if (overlap !== undefined) return `${overlap.target} already fills the same place`;
  return listObstacle(row, field, before);
}

function listObstacle(row: MappingRow, field: Field, before: readonly MappingRow[]): string | undefined {
  const fromList = row.sources.find((path) => listPrefix(path) !== undefined);
  if (fromList === undefined || row.transform.kind === 'aggregate') return undefined;
  const place = listPrefix(row.target);
  if (place === undefined) {
    if (field.type === 'array' || field.type === 'any') return undefined;
    return `${lastName(fromList)} is a list and this field is one value; choose an aggregate`;
  }
  const lists = new Set(
    [row, ...before.filter(({ target }) => listPrefix(target) === place)].flatMap(({ sources }) =>
      sources.map(listPrefix).filter((prefix) => prefix !== undefined),
    ),
  );
  return lists.size > 1
    ? `its list would be filled from ${[...lists].join(' and ')}; one list is possible`
    : undefined;
}

/** `addresses[].lines[].text` → `addresses[]`; undefined without a list. */
export function listPrefix(path: string): string | undefined {
  return /^.*?\[\](?=\.|$)/.exec(path)?.[0];
}

function isWithin(path: string, parent: string): boolean {
  return (
    path === parent ||
    path.startsWith(`${parent}.`) ||
    path.startsWith(`${parent}[].`) ||
    path === `${parent}[]`
  );
}
