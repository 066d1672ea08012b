import { arrayOf, isObject, objectOf } from '../../core/json/json.ts';
import type { ApiDescription, Entity, EntitySummary } from '../../model/index.ts';
import { findRoles } from '../roles.ts';
import { sampleFields } from './sample-fields.ts';

/** A record type known by samples alone. */
export function samplesEntity(description: ApiDescription, summary: EntitySummary): Entity {
  const records = arrayOf(objectOf(description.document)['records']).filter(isObject);
  const { fields, warnings } = sampleFields(records);
  return {
    system: description.system,
    name: summary.name,
    label: summary.label,
    description: null,
    ...findRoles(fields, summary.name, undefined),
    fields,
    operations: summary.operations,
    api: description.api,
    warnings: [...description.warnings, ...warnings],
    provenance: [`${records.length} sample records`],
  };
}
