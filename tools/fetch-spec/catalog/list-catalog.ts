import type { CatalogSystem } from './catalog-system.ts';
import { catalogSystems } from './load-catalog.ts';
import { projectSystems } from './project-catalog.ts';

/** One system of the catalog in a list. */
export interface CatalogLine {
  readonly system: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly version: string;
  /** Month of the reading. */
  readonly asOf: string | null;
  /** `facts`: its fields are bundled. `outline`: they come from the published description. */
  readonly depth: 'facts' | 'outline';
  /** `bundled`, or the file of the repository that adds it. */
  readonly from: string;
  readonly auth: string;
  readonly entities: readonly { readonly name: string; readonly fields: number }[];
  readonly patterns: readonly string[];
  readonly descriptions: readonly string[];
}

/** All systems: those of the repository around `cwd`, then the bundled ones; each sorted by name. */
export async function listCatalog(cwd: string | null): Promise<CatalogLine[]> {
  const own = (await projectSystems(cwd)).map(({ system, file }) => lineOf(system, file));
  const taken = new Set(own.map(({ system }) => system));
  const bundled = (await catalogSystems()).map((system) => lineOf(system, 'bundled'));
  return [
    ...own.toSorted((a, b) => (a.system < b.system ? -1 : 1)),
    ...bundled.filter(({ system }) => !taken.has(system)),
  ];
}

function lineOf(system: CatalogSystem, from: string): CatalogLine {
  const entities = Object.entries(system.entities).map(([name, { fields }]) => ({
    name,
    fields: fields.length,
  }));
  return {
    system: system.system,
    title: system.title,
    aliases: system.aliases,
    version: system.version,
    asOf: system.asOf,
    depth: entities.some(({ fields }) => fields > 0) ? 'facts' : 'outline',
    from,
    auth: system.api.auth.kind,
    entities,
    patterns: Object.entries(system.patterns)
      .filter(([, findings]) => findings.length > 0)
      .map(([name]) => name),
    descriptions: system.descriptions.map(({ url }) => url),
  };
}
