import {
  conflictRuleOf,
  type Field,
  lastName,
  type Mapping,
  type MappingRow,
  parsePath,
  readPaths,
} from '../../model/index.ts';
import { isUnsafeName } from '../emit/property.ts';
import { conflictObstacle, type Writing } from './conflict-obstacle.ts';
import type { Operations } from './operations.ts';
import type { Guarded, LeftOut } from './plan.ts';
import type { Side } from './side.ts';

export interface PlannedRows {
  readonly rows: readonly MappingRow[];
  readonly byHand: readonly MappingRow[];
  readonly leftOut: readonly LeftOut[];
  readonly guarded: Guarded;
}

/** Chooses the rows that become code: decided by a person, and such that code can be written for them. */
export function planRows(mapping: Mapping, source: Side, target: Side, writes: Operations): PlannedRows {
  const rows: MappingRow[] = [];
  const byHand: MappingRow[] = [];
  const leftOut: LeftOut[] = [];
  const order = new Map([...target.fields.keys()].map((path, index) => [path, index]));
  const decided = mapping.rows
    .filter((row) => row.status === 'approved' || row.status === 'edited')
    .toSorted((a, b) => (order.get(a.target) ?? order.size) - (order.get(b.target) ?? order.size));
  const lists = chooseLists(decided);
  const { externalIdField } = target.entity;
  const upserts = writes.upsert !== undefined && decided.some((row) => row.target === externalIdField);
  const writing: Writing = { source, target, writes, upserts };
  // What records are recognised by is the source's, unless the row itself says otherwise.
  const ruleOf = (row: MappingRow) => conflictRuleOf(row, row.target === externalIdField ? {} : mapping);
  const guarded = { target: [] as string[], newest: [] as string[], ask: [] as string[] };
  for (const row of decided) {
    const rule = ruleOf(row);
    const why =
      obstacle(row, source, target.fields.get(row.target), rows, lists) ??
      conflictObstacle(row, rule, writing);
    if (why !== undefined) {
      leftOut.push({ target: row.target, why });
      continue;
    }
    if (rule !== 'source') guarded[rule].push(row.target);
    if (row.transform.kind === 'expression') byHand.push(row);
    else rows.push(row);
  }
  return { rows, byHand, leftOut, guarded };
}

function obstacle(
  row: MappingRow,
  source: Side,
  field: Field | undefined,
  before: readonly MappingRow[],
  lists: ReadonlyMap<string, string>,
): string | undefined {
  if (field === undefined) return 'the target has no such field';
  if (field.readOnly) return 'the target sets this field itself';
  const read = readPaths(row);
  for (const path of [row.target, ...read]) {
    const unsafe = parsePath(path).find(({ name }) => name === '' || isUnsafeName(name));
    if (unsafe !== undefined) return `${JSON.stringify(unsafe.name)} cannot be a field name in code`;
  }
  const unknown = read.find((path) => !source.fields.has(path));
  if (unknown !== undefined) return `the source has no field ${unknown}`;
  const { kind } = row.transform;
  if (row.when !== undefined && kind === 'expression')
    return 'it is written by hand, and so is its condition: ask it in overrides.ts';
  if (row.when?.source.includes('[]') === true)
    return `its condition asks ${row.when.source}, which is a list and not one value`;
  if (isUnfilled(row.transform)) return 'its value table is empty: give each value its counterpart';
  if (row.sources.length === 0 && kind !== 'constant' && kind !== 'expression')
    return 'it has no source field';
  const overlap = before.find(({ target }) => isWithin(target, row.target) || isWithin(row.target, target));
  if (overlap !== undefined) return `${overlap.target} already fills the same place`;
  return listObstacle(row, field, lists);
}

/** A table that waits for a person: every record would be refused. */
function isUnfilled(transform: MappingRow['transform']): boolean {
  return (
    transform.kind === 'lookup' &&
    transform.table.length === 0 &&
    transform.codes === undefined &&
    transform.otherwise === undefined
  );
}

/** One value out of a list. */
export function takesOne({ transform }: MappingRow): boolean {
  return transform.kind === 'aggregate' || (transform.kind === 'unnest' && transform.where !== undefined);
}

function listObstacle(row: MappingRow, field: Field, lists: ReadonlyMap<string, string>): string | undefined {
  const fromList = row.sources.find((path) => listPrefix(path) !== undefined);
  if (fromList === undefined || takesOne(row)) return undefined;
  if (row.sources.some((path) => path.split('[]').length > 2)) {
    return 'a list inside a list becomes one value only by an aggregate';
  }
  const place = listPrefix(row.target);
  if (place === undefined) {
    if (field.type === 'array' || field.type === 'any') return undefined;
    return `${lastName(fromList)} is a list and this field is one value; choose an aggregate`;
  }
  const list = lists.get(place);
  const other = row.sources.map(listPrefix).find((prefix) => prefix !== undefined && prefix !== list);
  return other === undefined ? undefined : `${place} is filled from ${list}, and this comes from ${other}`;
}

/** For each list of the target, the source list that most of its rows come from: elements are made from one list. */
function chooseLists(rows: readonly MappingRow[]): Map<string, string> {
  const votes = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const place = listPrefix(row.target);
    if (place === undefined || takesOne(row)) continue;
    const counts = votes.get(place) ?? new Map<string, number>();
    votes.set(place, counts);
    for (const list of new Set(row.sources.map(listPrefix).filter((prefix) => prefix !== undefined))) {
      counts.set(list, (counts.get(list) ?? 0) + 1);
    }
  }
  const chosen = new Map<string, string>();
  for (const [place, counts] of votes) {
    const [most] = [...counts].sort(([, a], [, b]) => b - a);
    if (most !== undefined) chosen.set(place, most[0]);
  }
  return chosen;
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
