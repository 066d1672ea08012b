import { type ApiDescription, type EntitySummary, type Patterns, patternNames } from '../../model/index.ts';
import type { CatalogEntity, CatalogSystem } from './catalog-system.ts';

/**
 * Adds to a description what the bundled catalog knows of its system: how to reach it, patterns the document is silent
 * about, and for record types both know the calls with what a client must know of them. It says so in a warning.
 */
export function addCatalog(description: ApiDescription, system: CatalogSystem): ApiDescription {
  const added: string[] = ['address and authentication'];
  const patterns = { ...description.patterns };
  const missing = patternNames.filter(
    (name) => patterns[name].length === 0 && system.patterns[name].length > 0,
  );
  for (const name of missing) patterns[name] = system.patterns[name];
  if (missing.length > 0) added.push(`patterns (${missing.join(', ')})`);
  const entities = description.entities.map((entity) => {
    const known = catalogEntityOf(entity, system);
    if (known === undefined) return entity;
    added.push(`facts about ${known.name}`);
    return addEntity(entity, known.name, known.facts);
  });
  return {
    ...description,
    system: system.system,
    api: system.api,
    patterns: patterns satisfies Patterns,
    entities,
    catalog: system,
    warnings: [
      ...description.warnings.filter(({ code }) => code !== 'no_auth'),
      {
        code: 'catalog_added',
        message: `This is ${system.title}'s: ${[...new Set(added)].join(', ')} were added from the bundled catalog`,
        at: `catalog:${system.system}`,
      },
    ],
  };
}

function addEntity(entity: EntitySummary, name: string, facts: CatalogEntity): EntitySummary {
  const operations = { ...entity.operations };
  const sameApi = Object.values(facts.operations).some((known) =>
    Object.values(entity.operations).some(
      (own) => own.method === known.method && plain(own.path) === plain(known.path),
    ),
  );
  // Another version of the API has other paths: then the document alone says how it is called.
  if (sameApi || Object.keys(entity.operations).length === 0) {
    for (const [kind, known] of Object.entries(facts.operations) as [
      keyof typeof operations,
      NonNullable<(typeof operations)[keyof typeof operations]>,
    ][]) {
      const own = operations[kind];
      const same = own !== undefined && own.method === known.method && plain(own.path) === plain(known.path);
      if (own === undefined || same)
        operations[kind] = { ...known, id: own?.id ?? known.id, at: own?.at ?? known.at };
    }
  }
  return {
    ...entity,
    name,
    label: facts.label,
    aliases: [
      ...new Set([...entity.aliases, ...facts.aliases, ...(entity.name === name ? [] : [entity.name])]),
    ],
    operations,
    fieldCount: Math.max(entity.fieldCount, facts.fields.length),
  };
}

function catalogEntityOf(entity: EntitySummary, system: CatalogSystem) {
  const wanted = entity.name.toLowerCase();
  const own = Object.keys(system.entities).find((name) => name.toLowerCase() === wanted);
  const facts = own === undefined ? undefined : system.entities[own];
  return own === undefined || facts === undefined ? undefined : { name: own, facts };
}

/** A path whose placeholders have no names. */
function plain(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, '{}');
}
