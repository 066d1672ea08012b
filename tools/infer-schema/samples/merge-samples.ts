import type { ValueProfile } from '../../core/samples/value-profile.ts';
import type { Conflict, Entity, Field, Warning } from '../../model/index.ts';
import { findConflicts } from './conflicts.ts';
import { declaredTree, isNew } from './declared-tree.ts';
import { recordProfile } from './record-profile.ts';
import { sampleFields } from './sample-fields.ts';

const shown = 20;

/**
 * Adds what sample records show to an entity: fields that are not declared, each with a warning; contradictions as
 * `conflicts` and warnings, the declaration stays; missing examples, formats, and the share of records that have a field.
 */
export function mergeSamples(entity: Entity, sampled: ValueProfile): Entity {
  const profile = recordProfile(entity, sampled);
  const samples = sampleFields(profile);
  const tree = declaredTree(entity.fields);
  const seen = new Map(samples.fields.map((field) => [field.path, field]));
  const conflicts = findConflicts(entity.fields, samples.fields, profile);
  const added = samples.fields.filter(({ path }) => isNew(path, tree));
  return {
    ...entity,
    fields: [...entity.fields.map((field) => fill(field, seen.get(field.path))), ...added],
    conflicts: [...entity.conflicts, ...conflicts],
    warnings: [
      ...entity.warnings,
      ...capped('undeclared_field', added.map(undeclared)),
      ...capped('sample_conflict', conflicts.filter(({ kind }) => kind !== 'undeclared').map(inWords)),
      ...samples.warnings.filter((warning) => !isSaid(warning, entity.fields)),
    ],
    provenance: [...entity.provenance, `${profile.seen} sample records`],
  };
}

/** A mixture of types in a declared field is a conflict, or allowed: it is said where it is compared. */
function isSaid({ code, message }: Warning, fields: readonly Field[]): boolean {
  return code === 'mixed_types' && fields.some(({ path }) => message.startsWith(`${path} is `));
}

function undeclared({ path, type }: Field): string {
  return `${path} (${type}) is in the samples and not in the description; it was added`;
}

function inWords({ path, kind, declared, seen }: Conflict): string {
  switch (kind) {
    case 'never-seen':
      return `${path} is described as ${declared} and is ${seen}`;
    case 'enum':
      return `${path} is described as ${declared} and the samples have ${seen}, which is not one of those described`;
    default:
      return `${path} is described as ${declared} and the samples have ${seen}`;
  }
}

function fill(field: Field, sample: Field | undefined): Field {
  if (sample === undefined) return field;
  const plain = field.type === 'string' && sample.type === 'string';
  return {
    ...field,
    format: field.format ?? (plain ? sample.format : null),
    share: sample.share,
    examples: field.examples.length > 0 ? field.examples : sample.examples,
  };
}

function capped(code: string, messages: readonly string[]): Warning[] {
  const some = messages.slice(0, shown).map((message) => ({ code, message, at: 'samples' }));
  const more = messages.length - some.length;
  return more === 0 ? some : [...some, { code, message: `${more} more like these`, at: 'samples' }];
}
