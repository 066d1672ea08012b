import { arrayOf, isObject, type JsonObject, property, textOf } from '../json/json.ts';
import { type Draft, emptyDraft, merge, type SchemaShape } from './draft.ts';
import { readVariants } from './read-variants.ts';
import type { Located, SchemaReader } from './schema-reader.ts';
import { mergeVariants } from './variants.ts';

/** Most schemas that are merged into one: allOf of allOf of … can double at every step. */
const maxSchemas = 10_000;

interface Budget {
  left: number;
}

/** What a schema says, its references, allOf and unions merged. */
export function computeShape(reader: SchemaReader, located: Located): SchemaShape {
  return draftOf(reader, located, new Set(), { left: maxSchemas });
}

/** Reads one schema; `entered` holds the references that are being followed, so that a circle ends. */
export function draftOf(
  reader: SchemaReader,
  located: Located,
  entered: ReadonlySet<string>,
  budget: Budget,
): Draft {
  const draft = emptyDraft(located.at);
  if (located.also !== undefined) {
    const { also, ...first } = located;
    mergeVariants(
      draft,
      [first, ...also].map((variant) => draftOf(reader, variant, entered, budget)),
    );
    return draft;
  }
  const { node } = located;
  budget.left -= 1;
  if (!isObject(node) || budget.left < 0) return draft;
  readOwn(reader, draft, node, located);
  const pointer = reference(reader, node);
  if (pointer !== undefined && !entered.has(pointer)) {
    const target = reader.at(pointer);
    draft.refs.add(pointer);
    if (target !== undefined) {
      const inner = draftOf(reader, target, new Set([...entered, pointer]), budget);
      // What stands beside a reference goes before what is behind it; the place is behind it.
      merge(draft, inner);
      draft.at = inner.at;
    }
  }
  // The last part that has a property refines those before it.
  for (const [index] of [...arrayOf(property(node, 'allOf')).entries()].reverse()) {
    const part = reader.child(located, 'allOf', String(index));
    if (part !== undefined) merge(draft, draftOf(reader, part, entered, budget));
  }
  for (const keyword of ['oneOf', 'anyOf']) {
    const variants = arrayOf(property(node, keyword)).flatMap((_, index) => {
      const variant = reader.child(located, keyword, String(index));
      // `false` allows nothing.
      return variant === undefined || variant.node === false
        ? []
        : [{ located: variant, draft: draftOf(reader, variant, entered, budget) }];
    });
    if (variants.length === 0) continue;
    const shared = new Set(draft.properties.keys());
    mergeVariants(
      draft,
      variants.map((variant) => variant.draft),
    );
    draft.variants ??= readVariants(node, variants, shared);
  }
  return draft;
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
  for (const [name, value] of Object.entries(node)) {
    // An empty description beside a reference says nothing (HubSpot).
    if (!structural.has(name) && (typeof value !== 'string' || textOf(value) !== null)) {
      draft.keywords[name] = value;
    }
  }
}

/** What the elements of a list are; of a tuple, any of its places. */
function itemsOf(reader: SchemaReader, node: JsonObject, located: Located): Located | undefined {
  const items = property(node, 'items');
  const keyword = Array.isArray(items) ? 'items' : 'prefixItems';
  const places = arrayOf(property(node, keyword)).flatMap(
    (_, index) => reader.child(located, keyword, String(index)) ?? [],
  );
  const rest = isObject(items) || items === true ? reader.child(located, 'items') : undefined;
  const [first, ...also] = rest === undefined ? places : [...places, rest];
  return first === undefined || also.length === 0 ? first : { ...first, also };
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
