import type { Json, JsonObject } from '../../../../core/json/json.ts';
import { factsKey } from '../../../../core/openapi/field-facts.ts';
import { type GraphField, type GraphType, isRequired, type TypeRef } from '../graph/graph.ts';
import { scalarSchema } from '../types/scalar-schema.ts';
import { idField, type TypeRoles } from '../types/type-roles.ts';
import { enumSchema } from './enum-schema.ts';
import { referenceByName } from './reference-by-name.ts';
import { wordsOf } from './words.ts';

const maxVariants = 20;

/** What the schemas have to know of the entities beside the graph. */
export interface Surroundings {
  readonly roles: TypeRoles;
  /** Name of the entity a type became; undefined when it is none. */
  readonly entityOf: (type: string) => string | undefined;
  /** Has the type calls of its own, so that a field with one points at another record? */
  readonly isIndependent: (type: string) => boolean;
  /** Are its records only in lists of one other type, as line items are? */
  readonly isOwned: (type: string) => boolean;
}

/** `record`: all of an entity. `part`: what another record shows of it: no lists of records, other records by their id. */
type Mode = 'record' | 'part';

/** Types of a graph as JSON Schemas, those that are reached from the ones asked for. */
export class GraphSchemas {
  readonly #around: Surroundings;
  readonly #schemas = new Map<string, JsonObject>();
  readonly #queue: (() => void)[] = [];
  #withArguments = 0;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** How many fields were left out because they need arguments. */
  get leftOut(): number {
    return this.#withArguments;
  }

  /** Pointer of a record's schema. Without a way to write it all of it is read-only. */
  record(type: GraphType, writable: boolean): string {
    return this.#add(type.name, () => this.#object(type, 'record', writable));
  }

  /** Pointer of an input type's schema. */
  input(type: GraphType): string {
    return this.#add(type.name, () => this.#input(type));
  }

  /** Pointer of a schema made of a mutation's arguments. */
  arguments(key: string, args: readonly GraphField[]): string {
    return this.#add(key, () => this.#fields(args));
  }

  /** All schemas by name, with those they refer to. */
  build(): JsonObject {
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) next();
    return Object.fromEntries(this.#schemas);
  }

  #add(key: string, make: () => JsonObject): string {
    if (!this.#schemas.has(key)) {
      // Holds the place, since types refer to each other in circles.
      this.#schemas.set(key, {});
      this.#queue.push(() => this.#schemas.set(key, make()));
    }
    return `/components/schemas/${key}`;
  }

  #object(type: GraphType, mode: Mode, writable: boolean): JsonObject {
    const properties: [string, JsonObject][] = [];
    const required: string[] = [];
    if (type.kind === 'interface') {
      properties.push(['__typename', typeName(type.members)]);
      required.push('__typename');
    }
    for (const field of type.fields.values()) {
      if (field.args.some(isRequired)) {
        if (mode === 'record') this.#withArguments += 1;
        continue;
      }
      const value = this.#value(field, field.type, mode);
      if (value === undefined) continue;
      properties.push([field.name, writable ? value : { ...value, readOnly: true }]);
      if (!field.type.nullable) required.push(field.name);
    }
    return {
      type: 'object',
      ...(type.description === null ? {} : { description: type.description.slice(0, 1_000) }),
      properties: Object.fromEntries(properties),
      required,
      ...(mode === 'record' && type.kind === 'interface' ? this.#variants(type.members, 'record') : {}),
    };
  }

  #input(type: GraphType): JsonObject {
    return {
      ...this.#fields([...type.fields.values()]),
      ...(type.description === null ? {} : { description: type.description.slice(0, 1_000) }),
    };
  }

  #fields(fields: readonly GraphField[]): JsonObject {
    // Relay's own bookkeeping says nothing of the record.
    const all = fields.filter(({ name }) => name !== 'clientMutationId');
    return {
      type: 'object',
      properties: Object.fromEntries(
        all.flatMap((field) => {
          const value = this.#value(field, field.type, 'part');
          return value === undefined ? [] : [[field.name, value]];
        }),
      ),
      required: all.filter(isRequired).map(({ name }) => name),
    };
  }

  /** A field's value; undefined when this mode leaves it out. */
  #value(field: GraphField, type: TypeRef, mode: Mode): JsonObject | undefined {
    const { nullable } = type;
    if (type.item !== null) {
      // Elements stand for the list where it is flattened to `tags[]`.
      const items = this.#value(field, nullable ? { ...type.item, nullable: true } : type.item, mode);
      return items === undefined ? undefined : { type: 'array', nullable, items, ...wordsOf(field) };
    }
    const named = this.#around.roles.graph.types.get(type.name);
    if (named === undefined) return { nullable, ...wordsOf(field) };
    switch (named.kind) {
      case 'scalar':
        return { ...scalarSchema(named), nullable, ...wordsOf(field), ...this.#reference(field, type) };
      case 'enum':
        return { ...refTo(this.#add(named.name, () => enumSchema(named))), nullable, ...wordsOf(field) };
      case 'input':
        return { ...refTo(this.input(named)), nullable, ...wordsOf(field) };
      case 'union':
        return { ...this.#union(named, field, nullable), nullable };
      default:
        return this.#composite(field, named, nullable, mode);
    }
  }

  #composite(field: GraphField, type: GraphType, nullable: boolean, mode: Mode): JsonObject | undefined {
    const { roles, isIndependent, isOwned } = this.#around;
    const page = roles.page(type.name);
    if (page !== undefined) {
      if (mode === 'part') return undefined;
      const item = roles.graph.types.get(page.item);
      if (item === undefined) return undefined;
      const inner: TypeRef = { name: page.item, nullable: false, item: null };
      const value =
        item.kind === 'union' || (isOwned(item.name) && !isIndependent(item.name))
          ? this.#value(field, inner, 'record')
          : (this.#id(field, item, false) ?? this.#part(item));
      return value === undefined ? undefined : { ...inPage(page.path, value), nullable, ...wordsOf(field) };
    }
    const separate = roles.isRecord(type.name) && (mode === 'part' || isIndependent(type.name));
    const id = separate ? this.#id(field, type, nullable) : undefined;
    return id ?? { ...this.#part(type), nullable, ...wordsOf(field) };
  }

  /** A schema with nothing but a record's id, for one variant of several; undefined when it has none. */
  #byId(type: GraphType): JsonObject | undefined {
    const id = idField(type);
    const made = id === undefined ? undefined : this.#id(id, type, false);
    return made === undefined ? undefined : refTo(this.#add(`${type.name}.id`, () => made));
  }

  #part(type: GraphType): JsonObject {
    const key = this.#around.entityOf(type.name) === undefined ? type.name : `${type.name}.part`;
    return refTo(this.#add(key, () => this.#object(type, 'part', true)));
  }

  /** Another record, by its id; undefined when it has none. */
  #id(field: GraphField, type: GraphType, nullable: boolean): JsonObject | undefined {
    const id = idField(type);
    const scalar = id === undefined ? undefined : this.#around.roles.graph.types.get(id.type.name);
    if (id === undefined || scalar?.kind !== 'scalar') return undefined;
    const reference = this.#around.entityOf(type.name);
    const value = {
      ...scalarSchema(scalar),
      nullable,
      ...wordsOf(field),
      ...(reference === undefined ? {} : { [factsKey]: { reference } }),
    };
    return { type: 'object', nullable, properties: { [id.name]: value }, required: [id.name] };
  }

  /** One of several types: by its id when they are records, else with the fields of all. */
  #union({ members }: GraphType, field: GraphField, nullable: boolean): JsonObject {
    const { roles } = this.#around;
    const types = members.flatMap((name) => roles.graph.types.get(name) ?? []);
    const [first] = types;
    const records = types.filter(({ name }) => roles.isRecord(name));
    const id =
      first === undefined || records.length < types.length ? undefined : this.#id(field, first, nullable);
    if (id === undefined) {
      const base = { properties: { __typename: typeName(members) }, required: ['__typename'] };
      return { type: 'object', ...base, ...this.#variants(members, 'part'), ...wordsOf(field) };
    }
    const only = types.length === 1;
    const properties = Object.fromEntries(
      Object.entries(id['properties'] ?? {}).map(([name, value]) => [
        name,
        only ? value : withoutFacts(value),
      ]),
    );
    return {
      type: 'object',
      properties: { __typename: typeName(members), ...properties },
      required: ['__typename', ...Object.keys(properties)],
    };
  }

  /** `oneOf` with the discriminator that every GraphQL server answers. */
  #variants(members: readonly string[], mode: Mode): JsonObject {
    if (members.length > maxVariants) return {};
    const variants = members.flatMap((name): [string, string][] => {
      const type = this.#around.roles.graph.types.get(name);
      if (type === undefined) return [];
      if (mode === 'record') return [[name, `#${this.record(type, true)}`]];
      const { roles, isIndependent } = this.#around;
      const separate = roles.isRecord(name) && isIndependent(name) ? this.#byId(type) : undefined;
      return [[name, String((separate ?? this.#part(type))['$ref'])]];
    });
    return {
      oneOf: variants.map(([, $ref]) => ({ $ref })),
      discriminator: { propertyName: '__typename', mapping: Object.fromEntries(variants) },
    };
  }

  /** `customerId: ID!` points at a customer. */
  #reference(field: GraphField, type: TypeRef): JsonObject {
    const reference = type.name === 'ID' ? referenceByName(field.name, this.#around.entityOf) : undefined;
    return reference === undefined ? {} : { [factsKey]: { reference } };
  }
}

function refTo(pointer: string): JsonObject {
  return { $ref: `#${pointer}` };
}

function typeName(members: readonly string[]): JsonObject {
  return { type: 'string', enum: [...members], readOnly: true };
}

/** A record inside of its page: `nodes`, `edges[].node`. */
function inPage(path: string, value: JsonObject): JsonObject {
  return path.split('.').reduceRight<JsonObject>((inner, step) => {
    const name = step.replace('[]', '');
    const isList = step.endsWith('[]') || !path.includes('[]');
    return {
      type: 'object',
      properties: { [name]: isList ? { type: 'array', items: inner } : inner },
      required: [name],
    };
  }, value);
}

function withoutFacts(value: Json | undefined): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value ?? null;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== factsKey));
}
