import type { Json, JsonObject } from '../json/json.ts';
import { together } from './place.ts';
import type { Located } from './schema-reader.ts';

/** One form of a union of records. */
export interface VariantShape {
  /** Name of its schema, its title, or its value of the discriminator. */
  readonly name: string;
  /** Value of the discriminating property; null when none is said. */
  readonly value: string | null;
  readonly properties: ReadonlySet<string>;
  /** Those of them that this form cannot be without. */
  readonly required: ReadonlySet<string>;
}

/** Which forms a record can take, and the property that tells them apart. */
export interface Variants {
  readonly property: string | null;
  readonly all: readonly VariantShape[];
}

/** One schema with its references, allOf and unions merged; what its properties are is read on demand. */
export interface SchemaShape {
  /** Where the schema stands after following its references. */
  readonly at: string;
  /** Pointers of all references followed to get here, for seeing circles. */
  readonly refs: ReadonlySet<string>;
  /** JSON types allowed, without null. Empty: not said. */
  readonly types: ReadonlySet<string>;
  readonly nullable: boolean;
  readonly properties: ReadonlyMap<string, Located>;
  readonly required: ReadonlySet<string>;
  readonly items: Located | undefined;
  /** Schema of a free-form map's values; `true` when anything goes. */
  readonly map: Located | true | undefined;
  /** Allowed values, without null. Empty: any. */
  readonly enum: readonly Json[];
  /** Title of an allowed value, by the value as text. */
  readonly labels: ReadonlyMap<string, string>;
  /** The forms of a union of records; undefined when it is none. */
  readonly variants: Variants | undefined;
  /** A record, or its id as a text (Stripe's expandable fields): the pointer of the record's schema. */
  readonly idOf: string | undefined;
  /** The other keywords (format, title, readOnly, …): an outer one goes before an inner one. */
  readonly keywords: JsonObject;
}

/** A shape in the making. */
export interface Draft {
  at: string;
  refs: Set<string>;
  types: Set<string>;
  nullable: boolean;
  /** Is null all that it allows? */
  onlyNull: boolean;
  properties: Map<string, Located>;
  required: Set<string>;
  items: Located | undefined;
  map: Located | true | undefined;
  enum: Json[];
  labels: Map<string, string>;
  variants: Variants | undefined;
  idOf: string | undefined;
  keywords: JsonObject;
}

/** A shape that says nothing yet. */
export function emptyDraft(at: string): Draft {
  return {
    at,
    refs: new Set(),
    types: new Set(),
    nullable: false,
    onlyNull: false,
    properties: new Map(),
    required: new Set(),
    items: undefined,
    map: undefined,
    enum: [],
    labels: new Map(),
    variants: undefined,
    idOf: undefined,
    keywords: {},
  };
}

/** Adds what `inner` says to `draft`: both hold, and where they contradict each other, `draft` goes before. */
export function merge(draft: Draft, inner: Draft): void {
  if (inner.refs !== draft.refs) for (const ref of inner.refs) draft.refs.add(ref);
  draft.types = new Set(inBoth([...draft.types], [...inner.types]));
  draft.nullable ||= inner.nullable;
  draft.onlyNull ||= inner.onlyNull;
  for (const [name, located] of inner.properties) {
    const own = draft.properties.get(name);
    draft.properties.set(name, own === undefined ? located : together(own, located));
  }
  for (const name of inner.required) draft.required.add(name);
  draft.items =
    draft.items === undefined || inner.items === undefined
      ? (draft.items ?? inner.items)
      : together(draft.items, inner.items);
  draft.map ??= inner.map;
  if (draft.enum.length === 0) draft.labels = inner.labels;
  draft.enum = inBoth(draft.enum, inner.enum);
  draft.variants ??= inner.variants;
  draft.idOf ??= inner.idOf;
  draft.keywords = { ...inner.keywords, ...draft.keywords };
}

/** What both allow. Where one says nothing, or they have nothing in common: what the first says, else the second. */
function inBoth<Value>(first: readonly Value[], second: readonly Value[]): Value[] {
  if (first.length === 0 || second.length === 0) return [...first, ...second];
  const common = first.filter((value) => second.includes(value));
  return common.length > 0 ? common : [...first];
}
