import { isObject, type JsonObject, property, textOf } from '../json/json.ts';
import { parsePointer } from '../json/pointer.ts';
import type { Draft, VariantShape, Variants } from './draft.ts';
import { partsOf } from './place.ts';
import type { Located } from './schema-reader.ts';

/** Most forms of one record that are told apart. */
export const maxVariants = 60;

export interface Variant {
  readonly located: Located;
  readonly draft: Draft;
}

/**
 * The forms of a union of records, told apart by the discriminator or by a property with another constant in each. `shared`
 * are the properties that stand beside the union: all forms have them. Undefined for other unions.
 */
export function readVariants(
  node: JsonObject,
  variants: readonly Variant[],
  shared: ReadonlySet<string>,
): Variants | undefined {
  const records = variants.filter(({ draft }) => draft.properties.size > 0 && draft.types.has('object'));
  if (records.length < 2 || records.length > maxVariants) return undefined;
  const tag = textOf(property(property(node, 'discriminator'), 'propertyName')) ?? commonTag(records);
  const mapping = property(property(node, 'discriminator'), 'mapping');
  const all = records.map(({ located, draft }, index): VariantShape => {
    const schema = schemaName(located, draft);
    const value = mapped(mapping, draft, schema) ?? constantOf(draft, tag);
    return {
      name: (schema ?? textOf(draft.keywords['title']) ?? value ?? `form ${index + 1}`).slice(0, 100),
      value: value ?? (tag !== null && schema !== null ? schema : null),
      properties: new Set([...shared, ...draft.properties.keys()]),
      required: draft.required,
    };
  });
  return { property: tag, all };
}

/** `#/components/schemas/Cat` → `Cat`. */
function schemaName({ node }: Located, draft: Draft): string | null {
  const ref = property(node, '$ref');
  if (typeof ref !== 'string') return null;
  const [pointer = draft.at] = draft.refs;
  return parsePointer(pointer)?.at(-1) ?? null;
}

/** The discriminator's value for a form, by its schema's pointer or name. */
function mapped(mapping: unknown, draft: Draft, name: string | null): string | null {
  if (!isObject(mapping) || name === null) return null;
  const [pointer = draft.at] = draft.refs;
  const found = Object.entries(mapping).find(
    ([, target]) => target === name || (typeof target === 'string' && target.replace(/^#/, '') === pointer),
  );
  return found?.[0] ?? null;
}

/** The one value that a form allows for the tag. */
function constantOf(draft: Draft, tag: string | null): string | null {
  const located = tag === null ? undefined : draft.properties.get(tag);
  return located === undefined ? null : constantAt(located);
}

function constantAt(located: Located): string | null {
  for (const { node } of partsOf(located)) {
    const constant = property(node, 'const');
    if (typeof constant === 'string') return constant;
    const values = property(node, 'enum');
    if (Array.isArray(values) && values.length === 1 && typeof values[0] === 'string') return values[0];
  }
  return null;
}

/** A property that every form has, with another constant in each. */
function commonTag(records: readonly Variant[]): string | null {
  const [first, ...others] = records;
  if (first === undefined) return null;
  for (const [name, located] of first.draft.properties) {
    const value = constantAt(located);
    if (value === null) continue;
    const values = others.map(({ draft }) => constantOf(draft, name));
    if (!values.includes(null) && new Set([value, ...values]).size === records.length) return name;
  }
  return null;
}
