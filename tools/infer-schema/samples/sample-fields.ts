import { SchemaReader } from '../../core/openapi/schema-reader.ts';
import { schemaOf } from '../../core/samples/schema-of.ts';
import type { ValueProfile } from '../../core/samples/value-profile.ts';
import type { Field, Warning } from '../../model/index.ts';
import { project } from '../schema/project.ts';

const at = '/components/schemas/sample';

/** The fields of sample records, in the order of first sight, and what is doubtful about them. */
export function sampleFields(profile: ValueProfile): { fields: readonly Field[]; warnings: Warning[] } {
  const warnings: Warning[] = [];
  const reader = new SchemaReader({ components: { schemas: { sample: schemaOf(profile, warnings) } } });
  const located = reader.at(at);
  const fields = located === undefined ? [] : project(reader, located, () => null).fields;
  return { fields, warnings };
}
