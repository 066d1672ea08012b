import type { ApiDescription, Entity, EntitySummary } from '../model/index.ts';
import { catalogEntity } from './facts/catalog-entity.ts';
import { schemaEntity } from './schema/schema-entity.ts';

/** The record type as its description gives it: every format but the catalog comes as a document of schemas. */
export function describeEntity(description: ApiDescription, summary: EntitySummary): Entity {
  return description.format === 'catalog'
    ? catalogEntity(description, summary)
    : schemaEntity(description, summary);
}
