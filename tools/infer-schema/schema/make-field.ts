import { arrayOf, type Json, textOf } from '../../core/json/json.ts';
import type { SchemaShape } from '../../core/openapi/draft.ts';
import { type EnumValue, Field, lastName } from '../../model/index.ts';
import { typeOf } from './field-type.ts';

const maxEnum = 500;

export interface FieldContext {
  readonly path: string;
  readonly at: string;
  readonly required: boolean;
  readonly requiredWhen: string | null;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly reference: string | null;
}

/** One leaf of a schema as a Field. All text is the vendor's: kept short, never interpreted. */
export function makeField(shape: SchemaShape, context: FieldContext, forced?: 'object' | 'array'): Field {
  const { keywords } = shape;
  const type = forced === undefined ? typeOf(shape) : { type: forced, wireType: null, format: null };
  const { maxLength } = keywords;
  return Field.parse({
    ...context,
    ...type,
    label: clean(keywords['title'], 200),
    description: clean(keywords['description'], 500),
    nullable: shape.nullable || !context.required,
    // The name beside an id (NetSuite) is looked up, never written.
    readOnly: context.readOnly || keywords['readOnly'] === true || lastName(context.path) === 'refName',
    writeOnly: context.writeOnly || keywords['writeOnly'] === true,
    enum: enumOf(shape),
    maxLength:
      typeof maxLength === 'number' && Number.isSafeInteger(maxLength) && maxLength > 0 ? maxLength : null,
    deprecated: keywords['deprecated'] === true,
    examples: examplesOf(shape),
  });
}

function enumOf({ enum: values, keywords }: SchemaShape): EnumValue[] {
  const labels = arrayOf(keywords['x-enumNames'] ?? keywords['x-enum-varnames'] ?? keywords['x-enum-labels']);
  return values.slice(0, maxEnum).flatMap((value, index) => {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return [];
    return { value, label: textOf(labels[index]) };
  });
}

function examplesOf({ keywords }: SchemaShape): string[] {
  const all: Json[] = [keywords['example'] ?? null, ...arrayOf(keywords['examples'])];
  const scalars = all.filter((value) => ['string', 'number', 'boolean'].includes(typeof value));
  return [...new Set(scalars.map((value) => String(value).slice(0, 100)))]
    .filter((text) => text !== '')
    .slice(0, 3);
}

/** One line, at most so long; null when nothing is left. */
function clean(value: unknown, limit: number): string | null {
  const text = textOf(value)?.replaceAll(/\s+/g, ' ').trim() ?? '';
  return text === '' ? null : text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
}
