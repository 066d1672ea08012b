import { arrayOf, type Json, textOf } from '../../core/json/json.ts';
import type { SchemaShape } from '../../core/openapi/draft.ts';
import { fieldFacts } from '../../core/openapi/field-facts.ts';
import { type EnumValue, Field, lastName } from '../../model/index.ts';
import { enumLabels } from './enum-labels.ts';
import { typeOf } from './field-type.ts';

const maxEnum = 500;

export interface FieldContext {
  readonly path: string;
  readonly at: string;
  /** May something that it is inside of be null? */
  readonly nullable: boolean;
  readonly required: boolean;
  readonly requiredWhen: string | null;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly reference: string | null;
  /** Is it in every record that has what it is inside of? */
  readonly present: boolean | null;
  /** Names of the forms that have it; empty: all. */
  readonly onlyIn: readonly string[];
}

/** One leaf of a schema as a Field. All text is the vendor's: kept short, never interpreted. */
export function makeField(shape: SchemaShape, context: FieldContext, forced?: 'object' | 'array'): Field {
  const { keywords } = shape;
  const type = forced === undefined ? typeOf(shape) : { type: forced, wireType: null, format: null };
  // Whatever an account puts into it: a bag of fields of its own.
  const isMap = forced === 'object' && shape.map !== undefined && shape.properties.size === 0;
  const { maxLength } = keywords;
  const facts = fieldFacts(shape);
  return Field.parse({
    ...context,
    ...type,
    type: facts.type ?? type.type,
    wireType: facts.wireType ?? type.wireType,
    format: facts.format ?? (isMap ? 'map' : type.format),
    label: clean(facts.label, 200) ?? clean(keywords['title'], 200),
    description: clean(withTypes(shape, facts.type ?? type.type, facts.at), 500),
    nullable: shape.nullable || context.nullable,
    requiredWhen: context.requiredWhen ?? facts.requiredWhen ?? null,
    reference: facts.reference ?? context.reference,
    custom: facts.custom ?? isMap,
    default: keywords['default'] ?? null,
    share: facts.share ?? null,
    confidence: facts.confidence ?? 1,
    at: facts.at ?? context.at,
    // The name beside an id (NetSuite) is looked up, never written.
    readOnly: context.readOnly || keywords['readOnly'] === true || lastName(context.path) === 'refName',
    writeOnly: context.writeOnly || keywords['writeOnly'] === true,
    enum: enumOf(shape, facts.enumLabels ?? {}),
    maxLength:
      typeof maxLength === 'number' && Number.isSafeInteger(maxLength) && maxLength > 0 ? maxLength : null,
    deprecated: keywords['deprecated'] === true,
    examples: examplesOf(shape),
  });
}

/** The description; of a value that may have one of several types, with these. Samples say it themselves. */
function withTypes({ types, keywords }: SchemaShape, type: string, from: string | undefined): string | null {
  const text = textOf(keywords['description']);
  if (type !== 'any' || types.size < 2 || from === 'samples') return text;
  const said = `One of the types ${[...types].join(', ')}`;
  return text === null ? said : `${said}. ${text}`;
}

function enumOf(shape: SchemaShape, known: Record<string, string>): EnumValue[] {
  const labels = enumLabels(shape);
  return shape.enum.slice(0, maxEnum).flatMap((value) => {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return [];
    const label =
      (Object.hasOwn(known, String(value)) ? known[String(value)] : labels.get(String(value))) ?? null;
    return { value, label: clean(label, 200) };
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
