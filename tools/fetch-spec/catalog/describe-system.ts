import type { ApiDescription } from '../../model/index.ts';
import type { CatalogSystem } from './catalog-system.ts';

/** A bundled system as an ApiDescription; the whole catalog entry is its document. */
export function describeSystem(system: CatalogSystem): ApiDescription {
  return {
    system: system.system,
    title: system.title,
    version: system.version,
    format: 'catalog',
    origin: system.system,
    api: system.api,
    warnings: [
      {
        code: 'bundled_facts',
        message: `These are facts about ${system.title} bundled with Causeway${system.asOf === null ? '' : `, read ${system.asOf}`}; an account's own fields are not among them`,
        at: `catalog:${system.system}`,
      },
    ],
    entities: Object.entries(system.entities).map(([name, entity]) => ({
      name,
      label: entity.label,
      aliases: entity.aliases,
      operations: entity.operations,
      fieldCount: entity.fields.length,
      schemaAt: null,
    })),
    patterns: system.patterns,
    document: {},
    catalog: system,
  };
}
