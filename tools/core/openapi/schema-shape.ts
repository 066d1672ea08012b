import { arrayOf, isObject, type JsonObject, property, textOf } from '../json/json.ts';
import { type Draft, emptyDraft, merge, type SchemaShape } from './draft.ts';
import { eitherOf } from './place.ts';
import { maxVariants, readVariants } from './read-variants.ts';
import type { Located, SchemaReader } from './schema-reader.ts';
import { subtypesOf } from './subtypes.ts';
import { mergeVariants } from './variants.ts';

/** Most schemas that are merged into one: allOf of allOf of … can double at every step. */
const maxSchemas = 10_000;
/** Longest way through references, allOf and unions: what lies behind is left out. */
const maxDepth = 100;

/** What has been spent on one shape. */
interface Walk {
  left: number;
  depth: number;
  /** How many schemas are being read only as a part of another one, which has more. */
  parts: number;
  /** References that are being followed, so that a circle ends. */
  readonly entered: Set<string>;
}

/** What a schema says, its references, allOf and unions merged. */
export function computeShape(reader: SchemaReader, located: Located): SchemaShape {
  return draftOf(reader, located, { left: maxSchemas, depth: 0, parts: 0, entered: new Set() });
}

/**
 * Reads one schema; beyond the deepest level it says nothing, and what is known so far stays. `refs` are those of the schema
 * it will be merged into: a long chain shares one set.
 */
function draftOf(reader: SchemaReader, located: Located, walk: Walk, refs = new Set<string>()): Draft {
  const draft = { ...emptyDraft(located.at), refs };
  if (walk.depth >= maxDepth) return draft;
  walk.depth += 1;
  readInto(draft, reader, located, walk);
  walk.depth -= 1;
  return draft;
}

function readInto(draft: Draft, reader: SchemaReader, located: Located, walk: Walk): void {
  if (located.all !== undefined) {
    const parts = located.all.map((part) => draftOf(reader, part, walk));
    for (const part of parts) merge(draft, part);
    draft.nullable = parts.some((part) => part.nullable) && !parts.some(forbidsNull);
    draft.at = parts.find((part) => part.properties.size > 0)?.at ?? draft.at;
    return;
  }
  if (located.any !== undefined) {
    mergeVariants(
      draft,
      located.any.map((variant) => draftOf(reader, variant, walk)),
    );
    return;
  }
  const { node } = located;
  walk.left -= 1;
  if (!isObject(node) || walk.left < 0) return;
  readOwn(reader, draft, node, located);
  const pointer = reference(reader, node);
  if (pointer !== undefined && !walk.entered.has(pointer)) {
    const target = reader.at(pointer);
    draft.refs.add(pointer);
    if (target !== undefined) {
      walk.entered.add(pointer);
      const inner = draftOf(reader, target, walk, draft.refs);
      walk.entered.delete(pointer);
      // What stands beside a reference goes before what is behind it; the place is behind it.
      merge(draft, inner);
      draft.at = inner.at;
    }
  }
  const parts = arrayOf(property(node, 'allOf'));
  const isMore = parts.length > 1 || draft.properties.size > 0;
  walk.parts += isMore ? 1 : 0;
  // The last part that has a property refines those before it.
  for (const [index] of [...parts.entries()].reverse()) {
    const part = reader.child(located, 'allOf', String(index));
    if (part !== undefined) merge(draft, draftOf(reader, part, walk, draft.refs));
  }
  walk.parts -= isMore ? 1 : 0;
  for (const keyword of ['oneOf', 'anyOf']) {
    const variants = arrayOf(property(node, keyword)).flatMap((_, index) => {
      const variant = reader.child(located, keyword, String(index));
      // `false` allows nothing.
      return variant === undefined || variant.node === false ? [] : [variant];
    });
    readUnion(draft, reader, node, variants, walk);
  }
  // As a part of one of them, the base stands for itself.
  const subtypes = walk.parts > 0 ? [] : subtypesOf(reader, node, located.at);
  if (subtypes.length > 1 && subtypes.length <= maxVariants) readUnion(draft, reader, node, subtypes, walk);
}

/** Is a type said, without null? */
function forbidsNull({ types, nullable }: Draft): boolean {
  return types.size > 0 && !nullable;
}

function readUnion(
  draft: Draft,
  reader: SchemaReader,
  node: JsonObject,
  located: readonly Located[],
  walk: Walk,
): void {
  if (located.length === 0) return;
  const variants = located.map((variant) => ({
    located: variant,
    draft: draftOf(reader, variant, walk),
  }));
  const shared = new Set(draft.properties.keys());
  mergeVariants(
    draft,
    variants.map((variant) => variant.draft),
  );
  draft.variants ??= readVariants(node, variants, shared);
}

/** Where the schema's `$ref` leads, in any of its spellings. */
function reference(reader: SchemaReader, node: JsonObject): string | undefined {
  for (const keyword of ['$ref', '$dynamicRef', '$recursiveRef']) {
    const ref = property(node, keyword);
    if (typeof ref === 'string') return reader.pointerOf(ref);
  }
  return undefined;
}

const structural = new Set([
  '$ref',
  '$dynamicRef',
  '$recursiveRef',
  'const',
  'prefixItems',
  'patternProperties',
  'additionalProperties',
  'allOf',
  'oneOf',
  'anyOf',
  'not',
  'properties',
  'items',
  'required',
  'type',
  'enum',
]);

function readOwn(reader: SchemaReader, draft: Draft, node: JsonObject, located: Located): void {
  const type = property(node, 'type');
  for (const name of Array.isArray(type) ? type : [type]) {
    if (name === 'null') draft.nullable = true;
    else if (typeof name === 'string') draft.types.add(name);
  }
  if (property(node, 'nullable') === true || property(node, 'x-nullable') === true) draft.nullable = true;
  const properties = property(node, 'properties');
  if (isObject(properties)) {
    for (const name of Object.keys(properties)) {
      const inner = reader.child(located, 'properties', name);
      // A nameless property has no path.
      // One that is `false` must not be there.
      if (inner !== undefined && inner.node !== false && name !== '') draft.properties.set(name, inner);
    }
    if (draft.types.size === 0) draft.types.add('object');
  }
  for (const name of arrayOf(property(node, 'required')))
    if (typeof name === 'string') draft.required.add(name);
  draft.items = itemsOf(reader, node, located);
  if (draft.items !== undefined && draft.types.size === 0) draft.types.add('array');
  draft.map = mapOf(reader, node, located);
  if (draft.map !== undefined && draft.types.size === 0) draft.types.add('object');
  const constant = property(node, 'const');
  for (const value of constant === undefined ? arrayOf(property(node, 'enum')) : [constant]) {
    if (value === null) draft.nullable = true;
    else draft.enum.push(value);
  }
  draft.onlyNull = draft.nullable && draft.enum.length === 0 && isOnlyNull(node);
  for (const [name, value] of Object.entries(node)) {
    // An empty description beside a reference says nothing (HubSpot).
    if (!structural.has(name) && (typeof value !== 'string' || textOf(value) !== null)) {
      draft.keywords[name] = value;
    }
  }
}

/** `{type: 'null'}`, `{const: null}` and `{enum: [null]}`. */
function isOnlyNull(node: JsonObject): boolean {
  const types = [property(node, 'type') ?? []].flat();
  const values = [property(node, 'const') ?? [], property(node, 'enum') ?? []].flat();
  return (
    (types.length > 0 && types.every((name) => name === 'null')) ||
    (values.length > 0 && values.every((value) => value === null))
  );
}

/** What the elements of a list are; of a tuple, any of its places. */
function itemsOf(reader: SchemaReader, node: JsonObject, located: Located): Located | undefined {
  const items = property(node, 'items');
  const keyword = Array.isArray(items) ? 'items' : 'prefixItems';
  const places = arrayOf(property(node, keyword)).flatMap(
    (_, index) => reader.child(located, keyword, String(index)) ?? [],
  );
  const rest = isObject(items) || items === true ? reader.child(located, 'items') : undefined;
  return eitherOf(rest === undefined ? places : [...places, rest]);
}

/** What the values of a free-form map are; `true` when anything goes. */
function mapOf(reader: SchemaReader, node: JsonObject, located: Located): Located | true | undefined {
  for (const keyword of ['additionalProperties', 'unevaluatedProperties']) {
    const values = property(node, keyword);
    if (values === true) return true;
    if (isObject(values)) return reader.child(located, keyword);
  }
  const patterns = property(node, 'patternProperties');
  const [pattern] = isObject(patterns) ? Object.keys(patterns) : [];
  // `^x-` is for extensions, not for data.
  if (pattern === undefined || pattern.startsWith('^x-')) return undefined;
  return reader.child(located, 'patternProperties', pattern);
}
