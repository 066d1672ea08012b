import type { Field } from '../field.ts';
import type { MappingRow } from '../mapping.ts';
import { applyTransform } from './apply.ts';
import type { Transform } from './transform.ts';
import { TransformError } from './transform-error.ts';
import { wireTypeOf } from './wire-type.ts';

type Sample = NonNullable<MappingRow['sample']>;
type Before = string | number | boolean | string[];

/**
 * What the transform makes of the fields' examples: one value before for a single source, a list for several. Of several
 * examples the first that the transform changes is shown. Null without an example for every source, or when none can be
 * converted.
 */
export function previewSample(sources: readonly Field[], transform: Transform): MappingRow['sample'] {
  if (sources.length === 0) return null;
  const examples = sources.map((field) => examplesOf(field, transform));
  const most = Math.min(12, Math.max(...examples.map(({ length }) => length)));
  let fallback: Sample | null = null;
  for (let at = 0; at < most; at += 1) {
    const before = examples.map((own) => own[Math.min(at, own.length - 1)]);
    if (before.some((one) => one === undefined)) return null;
    const sample = sampleOf(
      before.filter((one) => one !== undefined),
      transform,
    );
    if (sample === null) continue;
    if (sources.length > 1 || JSON.stringify(sample.before) !== JSON.stringify(sample.after)) return sample;
    fallback ??= sample;
  }
  return fallback;
}

function sampleOf(before: readonly Before[], transform: Transform): Sample | null {
  try {
    const after = applyTransform(transform, before, () => wanted(transform));
    if (!isJson(after)) return null;
    const single = before.length === 1 ? before[0] : undefined;
    return { before: single ?? [...before], after };
  } catch (error) {
    if (error instanceof TransformError) return null;
    throw error;
  }
}

/** The example is taken for the element that is asked for. */
function wanted(transform: Transform): unknown {
  const where = transform.kind === 'unnest' || transform.kind === 'aggregate' ? transform.where : undefined;
  return where === undefined ? undefined : [where.equals];
}

function examplesOf(field: Field, transform: Transform): Before[] {
  const listed = takesListed(transform) ? field.enum.map(({ value }) => String(value)) : [];
  return [...field.examples, ...listed].map((example) => wireValue(field, example, transform));
}

/** Where the values of a list are what is converted, they show it; a copy of one shows nothing. */
function takesListed({ kind }: Transform): boolean {
  return kind === 'lookup' || kind === 'conditional';
}

/** Examples are written as text; on the wire they have the field's type. */
function wireValue(field: Field, example: string, transform: Transform): Before {
  const type = wireTypeOf(field);
  const picks = transform.kind === 'unnest' && transform.where !== undefined;
  if (transform.kind === 'aggregate' || picks || type === 'array') return [example];
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

type Json = NonNullable<Sample['after']>;

function isJson(value: unknown): value is Json {
  return value !== undefined && value !== null;
}
