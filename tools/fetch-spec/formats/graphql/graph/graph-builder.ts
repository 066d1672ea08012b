import type { Warning } from '../../../../model/index.ts';
import type { Graph, GraphField, GraphKind, GraphType, GraphValue } from './graph.ts';

/** Most faults that are named one by one. */
const maxWarnings = 20;
const builtIn = ['Int', 'Float', 'String', 'Boolean', 'ID'];

/** A type as one definition says it: all of them together make the type. */
export interface TypePart {
  readonly kind: GraphKind;
  readonly name: string;
  readonly description?: string | null;
  readonly fields?: readonly GraphField[];
  readonly interfaces?: readonly string[];
  readonly members?: readonly string[];
  readonly values?: readonly GraphValue[];
  readonly specifiedBy?: string | null;
}

interface Mutable {
  readonly kind: GraphKind;
  description: string | null;
  specifiedBy: string | null;
  readonly fields: Map<string, GraphField>;
  readonly interfaces: Set<string>;
  readonly members: Set<string>;
  readonly values: Map<string, GraphValue>;
}

/** Puts a graph together out of definitions and extensions, in any order and with faults. */
export class GraphBuilder {
  readonly #types = new Map<string, Mutable>();
  readonly #warnings: Warning[] = [];
  #faults = 0;

  /** Adds what a definition or extension says of a type. The first definition of a field stays. */
  add(part: TypePart): void {
    const known = this.#types.get(part.name);
    if (known !== undefined && known.kind !== part.kind) {
      this.fault('duplicate_type', `${part.name} is defined as ${known.kind} and as ${part.kind}`, part.name);
      return;
    }
    const type = known ?? emptyType(part.kind);
    this.#types.set(part.name, type);
    type.description ??= part.description ?? null;
    type.specifiedBy ??= part.specifiedBy ?? null;
    for (const field of part.fields ?? []) {
      if (type.fields.has(field.name)) {
        const at = `${part.name}.${field.name}`;
        this.fault('duplicate_field', `${at} is defined twice, the first one counts`, at);
      } else type.fields.set(field.name, field);
    }
    for (const name of part.interfaces ?? []) type.interfaces.add(name);
    for (const name of part.members ?? []) type.members.add(name);
    for (const value of part.values ?? []) {
      if (!type.values.has(value.name)) type.values.set(value.name, value);
    }
  }

  fault(code: string, message: string, at: string): void {
    this.#faults += 1;
    if (this.#faults <= maxWarnings) this.#warnings.push({ code, message, at });
  }

  /** The whole. Types that implement an interface become its members. */
  build(rest: Omit<Graph, 'types' | 'warnings'>): Graph {
    // SDL does not name what is built in.
    for (const name of builtIn) if (!this.#types.has(name)) this.#types.set(name, emptyType('scalar'));
    for (const [name, type] of this.#types) {
      for (const above of type.interfaces) this.#types.get(above)?.members.add(name);
    }
    if (this.#faults > maxWarnings) {
      const more = this.#faults - maxWarnings;
      this.#warnings.push({ code: 'more_faults', message: `${more} more faults of this kind`, at: '' });
    }
    const types = new Map(
      [...this.#types].map(([name, type]): [string, GraphType] => [
        name,
        {
          ...type,
          name,
          interfaces: [...type.interfaces],
          members: [...type.members],
          values: [...type.values.values()],
        },
      ]),
    );
    const root = (name: string | null) => (name !== null && types.has(name) ? name : null);
    return {
      ...rest,
      query: root(rest.query),
      mutation: root(rest.mutation),
      subscription: root(rest.subscription),
      types,
      warnings: this.#warnings,
    };
  }
}

function emptyType(kind: GraphKind): Mutable {
  return {
    kind,
    description: null,
    specifiedBy: null,
    fields: new Map(),
    interfaces: new Set(),
    members: new Set(),
    values: new Map(),
  };
}
