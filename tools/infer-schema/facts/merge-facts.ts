import type { EnumValue, Field, Warning } from '../../model/index.ts';
import type { CatalogFacts, EntityFacts } from './entity-facts.ts';

const shown = 10;

/**
 * Adds the catalog's facts to the fields of a description: gaps of the same path are filled, the inside of a free-form map
 * is replaced by the fields the catalog knows there, required fields are the catalog's. All of it is said in warnings.
 */
export function mergeFacts(fields: readonly Field[], facts: EntityFacts, catalog: CatalogFacts) {
  const warnings: Warning[] = [];
  const known = new Map(facts.fields.map((field) => [field.path, field]));
  const own = new Set(fields.map((field) => field.path));
  const maps = fields.filter((field) => field.type === 'object');
  const missing = facts.fields.filter((field) => !own.has(field.path));
  const insideOf = (map: Field) => missing.filter((field) => field.path.startsWith(`${map.path}.`));
  const custom =
    catalog.customFields === null ? '' : `; an account's own fields are at ${catalog.customFields.from}`;

  const merged = fields.flatMap((field): Field[] => {
    const inside = maps.includes(field) ? insideOf(field) : [];
    if (inside.length > 0) {
      warnings.push({
        code: 'fields_from_catalog',
        message: `For ${field.path} the description says only a map of strings; ${inside.length} fields from the bundled catalog were merged in${custom}`,
        at: field.at,
      });
      return inside;
    }
    const fact = known.get(field.path);
    return [fact === undefined ? field : fill(field, fact)];
  });

  const doubtful = merged.filter((field) => field.required && !known.has(field.path));
  const result = merged.map((field) =>
    doubtful.includes(field)
      ? { ...field, required: false, requiredWhen: 'by the description; the bundled facts do not ask for it' }
      : field,
  );
  note(
    warnings,
    'required_doubtful',
    doubtful,
    'The description alone requires',
    'they are taken as optional',
  );
  const changed = merged.filter((field) => {
    const before = fields.find((own) => own.path === field.path);
    return (
      before !== undefined &&
      (field.required !== before.required || field.requiredWhen !== before.requiredWhen)
    );
  });
  note(
    warnings,
    'required_from_catalog',
    changed,
    'From the bundled catalog comes when these are required:',
    '',
  );
  const paths = new Set(result.map((field) => field.path));
  const inside = (path: string) =>
    [...paths].some((other) => other.startsWith(`${path}.`) || other.startsWith(`${path}[]`));
  const left = missing.filter((field) => !paths.has(field.path) && !inside(field.path));
  note(
    warnings,
    'not_in_description',
    left,
    'The bundled catalog knows fields that this description has not:',
    'they are left out',
  );
  return { fields: result, warnings };
}

function note(
  warnings: Warning[],
  code: string,
  fields: readonly Field[],
  before: string,
  after: string,
): void {
  if (fields.length === 0) return;
  const paths = fields.slice(0, shown).map((field) => field.path);
  const more = fields.length > shown ? ` and ${fields.length - shown} more` : '';
  warnings.push({
    code,
    message: `${before} ${paths.join(', ')}${more}${after === '' ? '' : `; ${after}`}`,
    at: '',
  });
}

/** The description's field; what it leaves open is the catalog's, and what is required is the catalog's. */
function fill(field: Field, fact: Field): Field {
  const vague =
    field.type === 'any' || (field.type === 'string' && field.format === null && field.enum.length === 0);
  return {
    ...field,
    ...(vague ? { type: fact.type, wireType: fact.wireType, format: fact.format } : {}),
    format: (vague ? null : field.format) ?? fact.format,
    label: field.label ?? fact.label,
    description: field.description ?? fact.description,
    nullable: field.nullable && fact.nullable,
    required: fact.required,
    requiredWhen: fact.requiredWhen,
    readOnly: field.readOnly || fact.readOnly,
    writeOnly: field.writeOnly || fact.writeOnly,
    enum: field.enum.length > 0 ? field.enum.map((value) => labelled(value, fact.enum)) : fact.enum,
    maxLength: field.maxLength ?? fact.maxLength,
    reference: field.reference ?? fact.reference,
    custom: field.custom || fact.custom,
    deprecated: field.deprecated || fact.deprecated,
    examples: field.examples.length > 0 ? field.examples : fact.examples,
  };
}

function labelled(value: EnumValue, known: readonly EnumValue[]): EnumValue {
  return value.label === null
    ? { ...value, label: known.find((other) => other.value === value.value)?.label ?? null }
    : value;
}
