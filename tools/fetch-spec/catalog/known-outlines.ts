import { type CatalogOutline, catalogOutlines } from './catalog-outline.ts';
import { projectSystems } from './project-catalog.ts';

/** The names of all systems that can be meant: those of the repository around `cwd`, then the bundled ones it leaves. */
export async function knownOutlines(cwd: string | null): Promise<CatalogOutline[]> {
  const own = (await projectSystems(cwd)).map(({ system: { system, title, aliases, hosts, entities } }) => ({
    system,
    title,
    aliases,
    hosts,
    entities: Object.fromEntries(
      Object.entries(entities).map(([name, { label, aliases: names }]) => [name, { label, aliases: names }]),
    ),
  }));
  const taken = new Set(own.map(({ system }) => system));
  return [...own, ...(await catalogOutlines()).filter(({ system }) => !taken.has(system))];
}
