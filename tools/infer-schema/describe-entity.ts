import type { ApiDescription, Entity, EntitySummary } from '../model/index.ts';
import { catalogEntity } from './facts/catalog-entity.ts';
import { openApiEntity } from './openapi/openapi-entity.ts';
import { samplesEntity } from './samples/samples-entity.ts';

/** The record type as its description gives it, by the description's format. */
export function describeEntity(description: ApiDescription, summary: EntitySummary): Entity {
  if (description.format === 'catalog') return catalogEntity(description, summary);
  if (description.format === 'json-samples') return samplesEntity(description, summary);
  return openApiEntity(description, summary);
}
