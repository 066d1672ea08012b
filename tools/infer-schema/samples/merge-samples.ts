import type { JsonObject } from '../../core/json/json.ts';
import type { Entity, Field, Warning, WireType } from '../../model/index.ts';
import { sampleFields } from './sample-fields.ts';

const shown = 20;

/**
 * Adds what sample records show to an entity: fields that are not declared, each with a warning; conflicts with what is
 * declared as warnings, the declaration stays; missing examples and formats.
 */
export function mergeSamples(entity: Entity, records: readonly JsonObject[]): Entity {
  const samples = sampleFields(records);
  const declared = new Map(entity.fields.map((field) => [field.path, field]));
  const seen = new Map(samples.fields.map((field) => [field.path, field]));
  const added = samples.fields.filter((field) => !declared.has(field.path));
  const conflicts = samples.fields.flatMap((field) => {
    const own = declared.get(field.path);
    return own === undefined ? [] : conflict(own, field);
  });
  return {
    ...entity,
    fields: [...entity.fields.map((field) => fill(field, seen.get(field.path))), ...added],
    warnings: [
      ...entity.warnings,
      ...capped('undeclared_field', added.map(undeclared)),
      ...capped('sample_conflict', conflicts),
      ...samples.warnings,
    ],
    provenance: [...entity.provenance, `${records.length} sample records`],
  };
}

function undeclared({ path, type }: Field): string {
  return `${path} (${type}) is in the samples and not in the description; it was added`;
}

function conflict(own: Field, sample: Field): string[] {
  const before = wireOf(own);
  const after = wireOf(sample);
  const found: string[] = [];
  if (
    before !== null &&
    after !== null &&
    before !== after &&
    !(before === 'number' && after === 'integer')
  ) {
    found.push(`${own.path} is described as ${before} and the samples have ${after}`);
  }
  const values = new Set(own.enum.map(({ value }) => String(value)));
  const strange = sample.examples.filter((example) => values.size > 0 && !values.has(example));
  if (strange.length > 0) {
    found.push(
      `${own.path} has the value ${JSON.stringify(strange[0])} in the samples, which is not one of those described`,
    );
  }
  return found;
}

/** JSON type on the wire; null when any will do. */
function wireOf({ type, wireType }: Field): WireType | null {
  if (wireType !== null) return wireType;
  if (type === 'any') return null;
  return type === 'date' || type === 'date-time' || type === 'time' ? 'string' : type;
}

function fill(field: Field, sample: Field | undefined): Field {
  if (sample === undefined) return field;
  const plain = field.type === 'string' && sample.type === 'string';
  return {
    ...field,
    format: field.format ?? (plain ? sample.format : null),
    examples: field.examples.length > 0 ? field.examples : sample.examples,
  };
}

function capped(code: string, messages: readonly string[]): Warning[] {
  const some = messages.slice(0, shown).map((message) => ({ code, message, at: 'samples' }));
  const more = messages.length - some.length;
  return more === 0 ? some : [...some, { code, message: `${more} more like these`, at: 'samples' }];
}
