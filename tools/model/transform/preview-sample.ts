import type { Field } from '../field.ts';
import type { MappingRow } from '../mapping.ts';
import { applyTransform } from './apply.ts';
import type { Transform } from './transform.ts';
import { TransformError } from './transform-error.ts';
import { wireTypeOf } from './wire-type.ts';

/**
 * What the transform makes of the fields' examples: one value before for a single source, a list for several. Null
 * without an example for every source, or when the example cannot be converted.
 */
export function previewSample(sources: readonly Field[], transform: Transform): MappingRow['sample'] {
  if (sources.length === 0) return null;
  const before: (string | number | boolean | string[])[] = [];
  for (const field of sources) {
    const example = field.examples[0];
    if (example === undefined) return null;
    before.push(wireValue(field, example, transform));
  }
  try {
    const after = applyTransform(transform, before);
    if (!isJson(after)) return null;
    const single = before.length === 1 ? before[0] : undefined;
    return { before: single ?? before, after };
  } catch (error) {
    if (error instanceof TransformError) return null;
    throw error;
  }
}

/** Examples are written as text; on the wire they have the field's type. */
function wireValue(
  field: Field,
  example: string,
  transform: Transform,
): string | number | boolean | string[] {
  const type = wireTypeOf(field);
  if (transform.kind === 'aggregate' || type === 'array') return [example];
  if (
    (type === 'integer' || type === 'number') &&
    example.trim() !== '' &&
    Number.isFinite(Number(example))
  ) {
    return Number(example);
  }
  if (type === 'boolean' && (example === 'true' || example === 'false')) return example === 'true';
  return example;
}

type Json = NonNullable<NonNullable<MappingRow['sample']>['after']>;

function isJson(value: unknown): value is Json {
  return value !== undefined && value !== null;
}
