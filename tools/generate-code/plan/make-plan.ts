import { RefusedError } from '../../core/index.ts';
import { type Entity, lastName, type Mapping } from '../../model/index.ts';
import { kebabCase } from '../names/words.ts';
import { callSettings } from './call-settings.ts';
import { type Operations, usableOperations } from './operations.ts';
import type { Plan } from './plan.ts';
import { planRows } from './plan-rows.ts';
import { searchesBy } from './searches-by.ts';
import { planSide, type Side } from './side.ts';
import { addsToLists, writtenLists } from './sublists.ts';

export interface PlanInput {
  readonly mapping: Mapping;
  readonly mappingId: string;
  readonly source: Entity;
  readonly target: Entity;
}

/** Decides what the connector consists of. Throws `RefusedError` when one side cannot be read or written at all. */
export function makePlan({ mapping, mappingId, ...entities }: PlanInput): Plan {
  const sameSystem = entities.source.system === entities.target.system;
  if (sameSystem && entities.source.name === entities.target.name) {
    throw new RefusedError(
      'same_record_type',
      `Source and target are both ${entities.source.system} ${entities.source.name}`,
      'Choose two different record types',
    );
  }
  refuseProtocol(entities.source);
  refuseProtocol(entities.target);
  const source = planSide(entities.source, sameSystem);
  const target = planSide(entities.target, sameSystem);
  const warnings: string[] = [];
  const reads = readOperations(source, warnings);
  const writes = writeOperations(target, warnings);
  const planned = planRows(mapping, source, target, writes);
  warnings.push(...planned.leftOut.map(({ target: path, why }) => `${path} is not in the code: ${why}`));
  warnings.push(
    ...planned.byHand.map((row) => `${row.target} must be written in src/overrides.ts before the first run`),
  );

  if (planned.rows.length === 0) {
    throw new RefusedError(
      'nothing_approved',
      `No row of the mapping from ${source.brand} ${source.one} to ${target.brand} ${target.one} can become code${because(planned.leftOut)}`,
      'Approve rows with review_mapping, or lower its threshold',
    );
  }
  warnings.push(
    ...planned.rows
      .filter((row) => row.when !== undefined && target.fields.get(row.target)?.required === true)
      .map((row) => `${row.target} is required and has a condition: records without it are refused`),
  );
  const mapped = new Set([...planned.rows, ...planned.byHand].map((row) => row.target));
  const { externalIdField } = target.entity;
  const externalKey = externalIdField !== null && mapped.has(externalIdField) ? externalIdField : null;
  const upsertKey = writes.upsert === undefined ? null : externalKey;
  const matchKey = chooseMatchKey(mapping, mapped, upsertKey, target, writes);
  if (matchKey === null && upsertKey === null) {
    warnings.push(
      `No mapped field identifies a ${target.brand} ${target.one}: records that exist there already are not recognised`,
    );
  }
  if (writes.update === undefined && upsertKey === null) {
    warnings.push(
      `${target.brand} ${target.many} are created and never changed: the description has no usable update call, so a record that changes at the source goes to the dead letters`,
    );
  }
  if (upsertKey === null && writes.create === undefined) {
    throw new RefusedError(
      'unwritable_record_type',
      `${target.brand} ${target.many} can only be written by external id, and ${externalIdField ?? 'that field'} is not mapped`,
      `Approve a row for ${externalIdField ?? 'it'}, for instance from the source's record id`,
    );
  }
  if ([writes.update, writes.upsert].some((operation) => operation !== undefined && addsToLists(operation))) {
    warnings.push(
      ...writtenLists([...planned.rows, ...planned.byHand]).map(
        (list) => `${list} is replaced as a whole: lines that only ${target.brand} has are removed`,
      ),
    );
  }
  const kept = Object.values(planned.guarded).flat();
  if (kept.length > 0 && writes.update?.method === 'PUT') {
    warnings.push(
      `${target.brand} changes a ${target.one} by PUT: if that replaces the whole record, ${kept.join(', ')} must be sent always and can keep no conflict rule`,
    );
  }
  // A match that has another external id is somebody else's record.
  const readsMatches = matchKey !== null && externalKey !== null;
  const readsFirst = readsMatches || Object.values(planned.guarded).some(({ length }) => length > 0);
  // Only what the connector calls is generated.
  const called = pick(writes, ...writeKinds(matchKey, upsertKey), ...(readsFirst ? (['get'] as const) : []));
  return {
    name: [source, target].map((side) => kebabCase(`${side.entity.system} ${side.entity.name}`)).join('-to-'),
    mappingId,
    mapping,
    source: withCallSettings(source, reads, warnings),
    target: withCallSettings(target, called, warnings),
    reads,
    writes: called,
    ...planned,
    matchKey,
    upsertKey,
    externalKey,
    warnings,
  };
}

function withCallSettings(side: Side, operations: Operations, warnings: string[]): Side {
  const { entity, envPrefix } = side;
  const found = callSettings(entity, envPrefix, operations);
  for (const { in: place, name, env } of found) {
    if (entity.api.variables.some((variable) => variable.name === name)) continue;
    const what = place === 'path' ? `{${name}} in the paths` : `The header ${name}`;
    warnings.push(`${what} of ${side.brand} is one value for the whole connector: ${env}`);
  }
  return { ...side, callSettings: found };
}

function because(leftOut: Plan['leftOut']): string {
  return leftOut.length === 0 ? '' : `: ${leftOut.map(({ target, why }) => `${target} (${why})`).join('; ')}`;
}

function readOperations(source: Side, warnings: string[]): Operations {
  const reads = usableOperations(source.entity, 'reads', warnings);
  const needsGet = [reads.list, reads.changes].some((operation) => operation?.answers === 'references');
  if (reads.list === undefined || (needsGet && reads.get === undefined) || source.entity.idField === null) {
    throw new RefusedError(
      'unreadable_record_type',
      `${source.brand} ${source.many} cannot be read: the description has no usable list call or no record id`,
      'Choose another record type, or give a description that has one',
    );
  }
  return reads;
}

function writeOperations(target: Side, warnings: string[]): Operations {
  const writes = usableOperations(target.entity, 'writes', warnings);
  if ((writes.create === undefined && writes.upsert === undefined) || target.entity.idField === null) {
    throw new RefusedError(
      'unwritable_record_type',
      `${target.brand} ${target.many} cannot be written: the description has no usable create call or no record id`,
      'Choose another record type, or give a description that has one',
    );
  }
  return writes;
}

/**
 * With an external id every write is an upsert; a search only finds what was there before the first run, which is then
 * updated and so gets the external id.
 */
function writeKinds(matchKey: string | null, upsertKey: string | null): (keyof Operations)[] {
  if (upsertKey === null) return matchKey === null ? ['create', 'update'] : ['search', 'create', 'update'];
  return matchKey === null ? ['upsert'] : ['search', 'update', 'upsert'];
}

/** The surest match key whose target field is in the code and can be searched by. */
function chooseMatchKey(
  mapping: Mapping,
  mapped: ReadonlySet<string>,
  upsertKey: string | null,
  target: Side,
  writes: Operations,
): string | null {
  const { search } = writes;
  if (search === undefined) return null;
  const usable = mapping.matchKeys
    .filter((key) => mapped.has(key.target) && key.target !== upsertKey && !key.target.includes('[]'))
    // The name goes into a query language as it is.
    .filter((key) => /^[A-Za-z0-9_.:-]+$/.test(lastName(key.target)) && target.fields.has(key.target))
    .filter((key) => searchesBy(search, lastName(key.target)))
    .toSorted((a, b) => b.confidence - a.confidence);
  return usable[0]?.target ?? null;
}

function pick(operations: Operations, ...kinds: (keyof Operations)[]): Operations {
  return Object.fromEntries(
    Object.entries(operations).filter(([kind]) => kinds.some((kept) => kept === kind)),
  );
}

/** Calls that are not made of a method, a path and a JSON body are described and mapped, but no code is made for them yet. */
function refuseProtocol({ system, name, api: { protocol } }: Entity): void {
  if (protocol === 'rest') return;
  throw new RefusedError(
    'unsupported_protocol',
    `${system} ${name} is reached by ${protocol === 'events' ? 'messages' : protocol.toUpperCase()}, for which no connector is generated yet`,
    `Give the REST or OData description of ${system} if it has one; the mapping itself can be kept and exported`,
  );
}
