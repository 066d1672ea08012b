import { BugError } from '../../core/index.ts';
import type { ApiDescription, Entity, EntitySummary } from '../../model/index.ts';
import { CatalogFacts, factsOf, factsProvenance } from './entity-facts.ts';

/** An entity whose fields come from the bundled catalog alone. */
export function catalogEntity(description: ApiDescription, summary: EntitySummary): Entity {
  const catalog = CatalogFacts.parse(description.catalog);
  const facts = factsOf(catalog, summary.name);
  if (facts === undefined) {
    throw new BugError('no_facts', `The catalog lists ${summary.name} without facts`, 'Report this');
  }
  const note =
    catalog.customFields === null
      ? []
      : [
          {
            code: 'no_custom_fields',
            message: `An account's own fields are not among these; they are described at ${catalog.customFields.from}`,
            at: `catalog:${catalog.system}#${summary.name}`,
          },
        ];
  return {
    system: description.system,
    name: summary.name,
    ...facts,
    operations: summary.operations,
    api: description.api,
    variants: [],
    conflicts: [],
    warnings: note,
    provenance: [factsProvenance(catalog)],
  };
}
