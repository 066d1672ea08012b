import type { JsonObject } from '../../../core/json/json.ts';
import { property } from '../../../core/json/json.ts';
import type { EntitySummary } from '../../../model/index.ts';
import { entityName, sentence, words } from '../../naming/words.ts';
import { nodeQuery, type Operations, readOperations } from './operations/read-operations.ts';
import { type Write, type Writes, writeOperations } from './operations/write-operations.ts';
import { GraphSchemas } from './schemas/graph-schemas.ts';
import { ownedTypes } from './types/owned-types.ts';
import type { TypeRoles } from './types/type-roles.ts';

export interface GraphEntities {
  readonly entities: readonly EntitySummary[];
  readonly schemas: JsonObject;
  /** Fields that need arguments, and so are not read. */
  readonly leftOut: number;
}

/** The record types of a graph, those with calls of their own first, and the schemas of all they refer to. */
export function graphEntities(roles: TypeRoles): GraphEntities {
  const reads = readOperations(roles);
  // An interface that nothing answers is what records have in common, no record.
  const types = [...roles.graph.types.values()].filter(
    ({ name, kind }) => roles.isRecord(name) && (kind === 'object' || reads.has(name)),
  );
  const chosen = types.length > 0 ? types : [...roles.graph.types.values()].filter(isPlainObject);
  const writes = writeOperations(
    roles,
    chosen.map(({ name }) => name),
  );
  const names = uniqueNames(chosen.map(({ name }) => name));
  const owned = ownedTypes(roles);
  const schemas = new GraphSchemas({
    roles,
    entityOf: (type) => names.get(type),
    isIndependent: (type) => reads.has(type) || writes.has(type),
    isOwned: (type) => owned.has(type),
  });
  const node = nodeQuery(roles);
  // Only those that can be asked for by anything are weighed by it.
  const writable = (own: Writes) =>
    roles.graph.mutation === null || [own.create, own.update, own.upsert].some(Boolean);
  const summaries = chosen.map((type): EntitySummary => {
    const own = writes.get(type.name) ?? {};
    const read = reads.get(type.name) ?? {};
    const byNode =
      node !== undefined && type.interfaces.includes(node.implements) ? { get: node.operation } : {};
    const name = names.get(type.name) ?? type.name;
    const sent = own.create ?? own.upsert;
    const create = sent === undefined ? undefined : sentAt(roles, schemas, sent);
    const update = own.update === undefined ? undefined : sentAt(roles, schemas, own.update);
    return {
      name,
      label: sentence(words(name)),
      aliases: aliasesOf(type.name, name, read),
      operations: {
        ...byNode,
        ...read,
        ...Object.fromEntries(Object.entries(own).map(([kind, { operation }]) => [kind, operation])),
      },
      fieldCount: 0,
      schemaAt: schemas.record(type, writable(own)),
      ...(create === undefined ? {} : { createAt: create }),
      ...(update === undefined ? {} : { updateAt: update }),
    };
  });
  const built = schemas.build();
  const counted = summaries.flatMap((summary): EntitySummary[] => {
    const schema = built[summary.schemaAt?.split('/').at(-1) ?? ''];
    const fieldCount = Object.keys(property(schema, 'properties') ?? {}).length;
    return fieldCount === 0 ? [] : [{ ...summary, fieldCount }];
  });
  const weight = ({ operations }: EntitySummary) =>
    Object.values(operations).filter(({ id }) => id !== node?.operation.id).length > 0 ? 0 : 1;
  return {
    entities: counted.toSorted((a, b) => weight(a) - weight(b)),
    schemas: built,
    leftOut: schemas.leftOut,
  };
}

/** Pointer of the schema of what a mutation takes; undefined when it is not known. */
function sentAt(roles: TypeRoles, schemas: GraphSchemas, { input, root }: Write): string | undefined {
  if (input === undefined) return undefined;
  if (input.type === null) return schemas.arguments(`${root.path.join('.')}.arguments`, root.field.args);
  const type = roles.graph.types.get(input.type);
  return type === undefined ? undefined : schemas.input(type);
}

/** An object type that is not a root: what is offered where nothing has an id and nothing is listed. */
function isPlainObject({
  kind,
  fields,
  name,
}: {
  kind: string;
  fields: ReadonlyMap<string, unknown>;
  name: string;
}) {
  return kind === 'object' && fields.size > 0 && !/^(?:Query|Mutation|Subscription|PageInfo|_.*)$/.test(name);
}

function uniqueNames(types: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const type of types) {
    const short = entityName(type.replace(/Interface$/, ''));
    const name = short === '' || taken.has(short) ? type : short;
    taken.add(name);
    names.set(type, name);
  }
  return names;
}

/** The vendor's own spelling, and the name of the list (`customers`). */
function aliasesOf(type: string, name: string, { list }: Operations): string[] {
  const listed = list?.id.split('.').at(-1);
  return [...new Set([type, ...(listed === undefined ? [] : [listed])])].filter((alias) => alias !== name);
}
