import type { ApiDescription } from '../../model/index.ts';
import type { FoundSystem } from './find-system.ts';

/** A system of the catalog as an ApiDescription; `file` is where the repository describes it, when it does. */
export function describeSystem({ system, file }: FoundSystem): ApiDescription {
  const read = system.asOf === null ? '' : `, read ${system.asOf}`;
  const [code, from] =
    file === null ? ['bundled_facts', 'bundled with Causeway'] : ['project_facts', `from ${file}`];
  return {
    system: system.system,
    title: system.title,
    version: system.version,
    format: 'catalog',
    origin: system.system,
    api: system.api,
    warnings: [
      {
        code,
        message: `These are facts about ${system.title} ${from}${read}; an account's own fields are not among them`,
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
