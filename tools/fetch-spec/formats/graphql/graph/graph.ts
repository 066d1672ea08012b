import type { Warning } from '../../../../model/index.ts';

/** `[Order!]`: `name` is the innermost type, `item` what a list holds; null for what is no list. */
export interface TypeRef {
  readonly name: string;
  readonly nullable: boolean;
  readonly item: TypeRef | null;
}

/** An argument, a field of a type or of an input. */
export interface GraphField {
  readonly name: string;
  readonly type: TypeRef;
  readonly description: string | null;
  readonly args: readonly GraphField[];
  /** Has it a default, so that it may be left out though it is non-null? */
  readonly hasDefault: boolean;
  /** The reason; null when it is not deprecated. */
  readonly deprecated: string | null;
}

export interface GraphValue {
  readonly name: string;
  readonly description: string | null;
}

export type GraphKind = 'object' | 'interface' | 'union' | 'enum' | 'input' | 'scalar';

export interface GraphType {
  readonly kind: GraphKind;
  readonly name: string;
  readonly description: string | null;
  readonly fields: ReadonlyMap<string, GraphField>;
  /** Interfaces it implements. */
  readonly interfaces: readonly string[];
  /** Types a union is of; types that implement an interface. */
  readonly members: readonly string[];
  readonly values: readonly GraphValue[];
  /** `@specifiedBy` of a scalar. */
  readonly specifiedBy: string | null;
}

/** A GraphQL schema, whether it came as SDL or as an introspection result. */
export interface Graph {
  readonly types: ReadonlyMap<string, GraphType>;
  readonly query: string | null;
  readonly mutation: string | null;
  readonly subscription: string | null;
  readonly directives: readonly GraphField[];
  readonly description: string | null;
  readonly warnings: readonly Warning[];
}

/** Must a caller give it? */
export function isRequired({ type, hasDefault }: GraphField): boolean {
  return !type.nullable && !hasDefault;
}

/** Is it a name by the grammar, of bearable length, and none that changes an object? */
export function isName(value: unknown): value is string {
  return typeof value === 'string' && /^[_A-Za-z][_0-9A-Za-z]{0,199}$/.test(value) && value !== '__proto__';
}
